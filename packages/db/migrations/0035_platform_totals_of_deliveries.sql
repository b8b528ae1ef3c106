-- The deliveries of an endpoint by their status, which attempts change: counted where the status is written.
insert into counters (tenant_id, name, value)
select tenant_id, 'webhook_deliveries.endpoint_id=' || endpoint_id || '&status=' || status, count(*)
from webhook_deliveries group by tenant_id, endpoint_id, status
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;
