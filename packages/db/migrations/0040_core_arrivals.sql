-- A write leaves a row here when it commits: its events, and its changes of counters. The row locks nothing that
-- another write of the tenant waits for, so a tenant's writes commit side by side. Placing moves rows into
-- the log and the counters. Events and changes are in one row because they arrive and go together. As two
-- tables a write took twice as long.
create table arrivals (
  tenant_id bigint not null,
  -- It is before the id, for columns are filled in their order. A write with an id has a transaction's number
  -- already.
  writer xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  created_at timestamptz not null,
  -- One of each event, in their order.
  types text[] not null,
  data json[] not null,
  -- One of each counter.
  names text[] not null,
  changes bigint[] not null,
  primary key (tenant_id, id),
  constraint arrivals_events check (cardinality(types) = cardinality(data)),
  constraint arrivals_changes check (cardinality(names) = cardinality(changes))
) with (
  -- Rows live for some milliseconds. Their room is used again soon, and never given back: that would lock the
  -- table against writes.
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0, vacuum_truncate = false
);
select isolate_tenant('arrivals');

-- The id up to which a tenant's arrivals are placed, and none comes any more. Rows to read lie behind it. Rows that
-- are gone and not vacuumed yet, because a dump holds them, lie before it. An id was seen by one placing. A
-- later one settles it, when all transactions have ended that were there before the first.
create table arrivals_settled (
  tenant_id bigint not null,
  id bigint not null,
  seen_id bigint not null,
  seen_by xid8 not null,
  seen_at timestamptz not null,
  primary key (tenant_id)
) with (fillfactor = 50);
select isolate_tenant('arrivals_settled');

-- The tenants of which something has arrived that has no place yet, at most so many, and how much of it, counted
-- up to `most_each`. The application sees one tenant at a time and cannot ask. A note in work_due would be a
-- row that writes of the tenant wait for. As the owner this function sees all tenants; it tells ids,
-- numbers and times. It goes from tenant to tenant by the key, so it costs what it finds.
create function arrivals_waiting(most_tenants integer, most_each integer)
  returns table (tenant_id bigint, arrivals bigint, oldest timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_tenant bigint := 0;
begin
  for i in 1 .. most_tenants loop
    select min(a.tenant_id) into found_tenant from public.arrivals a where a.tenant_id > found_tenant;
    exit when found_tenant is null;
    return query
      select found_tenant, count(*), min(e.created_at)
      from (select a.created_at from public.arrivals a
            where a.tenant_id = found_tenant order by a.id limit most_each) e;
  end loop;
end
$$;
revoke execute on function arrivals_waiting from public;
grant execute on function arrivals_waiting to mobieus_app;
