-- To disable, enable or delete an endpoint writes one row, however many deliveries are open: each delivery
-- belongs to an activation of its endpoint, and workers claim those of the present one. Disabling ends the
-- activation. What it left open is set aside: no worker sends it, the clean-up settles it.
--
-- failing_since is when the first of consecutive_failures was made. waiting_from is the first position of
-- the log that an activation which has ended may have left undelivered: what enabling offers for replay.
-- purged_at is when the last delivery of a deleted endpoint was removed.
alter table webhook_endpoints
  add column activation integer not null default 1,
  add column failing_since timestamptz,
  add column waiting_from bigint,
  add column purged_at timestamptz;
alter table webhook_deliveries add column activation integer not null default 1;

-- Before, deliveries of a disabled endpoint were open ones without a time.
update webhook_endpoints w
set activation = 2, waiting_from = (
  select min(d.event_position) from webhook_deliveries d
  where d.tenant_id = w.tenant_id and d.endpoint_id = w.id and d.status in ('pending', 'failed'))
where w.status = 'disabled';
update webhook_deliveries set next_attempt_at = created_at
where status in ('pending', 'failed') and next_attempt_at is null;

create index webhook_endpoints_unpurged on webhook_endpoints (tenant_id, id)
  where deleted_at is not null and purged_at is null;

-- What may be claimed, in the order in which it is. A lease takes a delivery out of it.
create index webhook_deliveries_free
  on webhook_deliveries (tenant_id, endpoint_id, activation, next_attempt_at, id)
  where next_attempt_at is not null and leased_until is null;
-- Which events are on their way to an endpoint, and which have arrived.
create index webhook_deliveries_open
  on webhook_deliveries (tenant_id, endpoint_id, activation, event_position)
  where next_attempt_at is not null;
create index webhook_deliveries_arrived on webhook_deliveries (tenant_id, endpoint_id, event_position)
  where status = 'succeeded';
drop index webhook_deliveries_due;
drop index webhook_deliveries_next;
