-- Where events are sent. Secrets are sealed under APP_SECRET. A deleted endpoint keeps its row, without
-- secrets; its deliveries are purged in batches.
create table webhook_endpoints (
  tenant_id bigint not null,
  id bigint generated always as identity,
  url text not null,
  description text,
  subscribed_events text[] not null,
  status text not null default 'active' check (status in ('active', 'disabled')),
  disabled_reason text check ((status = 'disabled') = (disabled_reason is not null)),
  consecutive_failures integer not null default 0,
  -- Events up to this position of the log are from before the endpoint was made or enabled again.
  since_position bigint not null,
  secret text,
  secret_fingerprint text not null,
  previous_secret text,
  previous_secret_expires_at timestamptz,
  last_success_at timestamptz,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
create index webhook_endpoints_page on webhook_endpoints (tenant_id, id desc) where deleted_at is null;
select isolate_tenant('webhook_endpoints');

-- One event on its way to one endpoint. The event itself is in the log, at event_position; a test
-- event is in no log and comes along. next_attempt_at is null once it is settled, and while the
-- endpoint is disabled. leased_until: a worker is making the attempt; if it dies, the lease runs out.
create table webhook_deliveries (
  tenant_id bigint not null,
  id bigint generated always as identity,
  endpoint_id bigint not null,
  event_position bigint,
  event_type text not null,
  test_event json,
  replay_of bigint,
  status text not null default 'pending' check (status in ('pending', 'succeeded', 'failed', 'exhausted')),
  attempt_count smallint not null default 0,
  next_attempt_at timestamptz,
  leased_until timestamptz,
  created_at timestamptz not null,
  completed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id),
  check ((event_position is null) = (test_event is not null))
);
create index webhook_deliveries_page on webhook_deliveries (tenant_id, endpoint_id, id desc);
create index webhook_deliveries_status on webhook_deliveries (tenant_id, endpoint_id, status, id desc);
create index webhook_deliveries_type on webhook_deliveries (tenant_id, endpoint_id, event_type, id desc);
create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, next_attempt_at, id)
  where next_attempt_at is not null;
create index webhook_deliveries_next on webhook_deliveries (tenant_id, next_attempt_at)
  where next_attempt_at is not null;
create index webhook_deliveries_leased on webhook_deliveries (tenant_id, endpoint_id, leased_until)
  where leased_until is not null;
create index webhook_deliveries_settled on webhook_deliveries (tenant_id, completed_at)
  where completed_at is not null;
select isolate_tenant('webhook_deliveries');

create table webhook_delivery_attempts (
  tenant_id bigint not null,
  delivery_id bigint not null,
  number smallint not null,
  started_at timestamptz not null,
  status_code integer,
  latency_ms integer not null,
  error text,
  response_body text,
  primary key (tenant_id, delivery_id, number),
  foreign key (tenant_id, delivery_id) references webhook_deliveries (tenant_id, id) on delete cascade
);
select isolate_tenant('webhook_delivery_attempts');

-- How far each subscriber of a tenant's log has read. It moves in the transaction in which the
-- subscriber writes what follows from the events. A tenant without a row has no such subscriber.
create table event_cursors (
  tenant_id bigint not null,
  subscriber text not null,
  position bigint not null,
  primary key (tenant_id, subscriber)
) with (fillfactor = 50);
select isolate_tenant('event_cursors');

-- Which tenants have something for a worker to do: the application's role sees one tenant at a time
-- and so cannot ask. As the owner this function sees them all; it tells their ids and nothing else.
create function tenants_with_webhook_work(at timestamptz) returns setof bigint
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select e.tenant_id from event_cursors e
    where e.subscriber = 'webhooks' and (
      exists (select from counters n
              where n.tenant_id = e.tenant_id and n.name = 'events' and n.value > e.position)
      or exists (select from webhook_deliveries d
                 where d.tenant_id = e.tenant_id and d.next_attempt_at <= at));
end
$$;
revoke execute on function tenants_with_webhook_work from public;
grant execute on function tenants_with_webhook_work to mobieus_app;
