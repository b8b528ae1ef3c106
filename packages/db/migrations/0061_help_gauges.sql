-- How many tickets of all tenants wait for an agent, at most so many: for the operator's metrics alone.
create function help_tickets_waiting(most integer) returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  waiting bigint;
begin
  select count(*) into waiting
    from (select from public.help_tickets t where t.awaits_agent limit most) found;
  return waiting;
end
$$;
revoke execute on function help_tickets_waiting from public;
grant execute on function help_tickets_waiting to mobieus_app;
