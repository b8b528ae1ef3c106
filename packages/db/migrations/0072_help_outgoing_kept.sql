-- Mail that has left keeps its text for 90 days; its ids stay with the ticket, for answers that come later.
alter table help_outgoing_mails alter column text drop not null;
create index help_outgoing_mails_kept on help_outgoing_mails (tenant_id, created_at)
  where text is not null and status in ('sent', 'failed', 'bounced');
create index help_outgoing_mails_unsent on help_outgoing_mails (tenant_id, created_at)
  where status in ('pending', 'sending');

-- How many mails of all tenants wait to be sent, at most so many, and since when: for the operator's metrics alone.
create function help_mails_waiting(most integer) returns table(waiting bigint, oldest timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select count(*), min(found.created_at) from (
    select m.created_at from public.help_outgoing_mails m
    where m.status in ('pending', 'sending') limit most) found;
end
$$;
revoke execute on function help_mails_waiting from public;
grant execute on function help_mails_waiting to mobieus_app;
