-- The audit log by every two of its filters, each with a counter of its own.
insert into counters (tenant_id, name, value)
select tenant_id, 'audit_log.actor_id=' || actor_id || '&action=' || action, count(*)
from audit_log where actor_id is not null group by tenant_id, actor_id, action
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;

insert into counters (tenant_id, name, value)
select tenant_id, 'audit_log.actor_id=' || actor_id || '&target_kind=' || target_kind, count(*)
from audit_log where actor_id is not null and target_kind is not null
group by tenant_id, actor_id, target_kind
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;

insert into counters (tenant_id, name, value)
select tenant_id, 'audit_log.action=' || action || '&target_kind=' || target_kind, count(*)
from audit_log where target_kind is not null group by tenant_id, action, target_kind
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;
