-- For which tenants there is work, of which kind, and from when: a directory table, because who looks for
-- work does not know the tenant yet. A row is written in the transaction that makes the work, and comes no later
-- than the work is due; whoever has done what was due moves it to what is due next, or removes it. To look
-- costs what is found, however many tenants there are and however much waits. A row that was lost is made
-- again by a slow sweep.
create table work_due (
  tenant_id bigint not null,
  kind text not null,
  due_at timestamptz not null,
  primary key (tenant_id, kind)
) with (fillfactor = 50);
create index work_due_next on work_due (kind, due_at, tenant_id);
grant select, insert, update, delete on work_due to mobieus_app;

-- What there is so far is looked at once.
insert into work_due (tenant_id, kind, due_at)
select c.tenant_id, k.kind, now()
from event_cursors c cross join (values ('log:webhooks'), ('webhooks')) as k(kind)
where c.subscriber = 'webhooks';
insert into work_due (tenant_id, kind, due_at)
select t.id, k.kind, now()
from tenants t cross join (values
  ('expireListings'), ('purgeEndedSecrets'), ('purgeIdempotencyKeys'), ('purgeLeftUsers'),
  ('purgeSignIns'), ('purgeWebhookDeliveries')) as k(kind);

drop function tenants_with_webhook_work(timestamptz);

-- Of the event after position, endpoints up to this id have their deliveries already: one event for very
-- many endpoints is spread over several transactions.
alter table event_cursors add column within bigint not null default 0;
