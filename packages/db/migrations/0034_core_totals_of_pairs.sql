-- Filters that callers send together have a counter of their own. Processes of the version before do not
-- keep it: what they write meanwhile, a recount corrects.
insert into counters (tenant_id, name, value)
select tenant_id, 'reports.status=' || status || '&reason_category=' || reason_category, count(*)
from reports group by tenant_id, status, reason_category
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;

insert into counters (tenant_id, name, value)
select tenant_id, 'listings.status=' || status || '&seller_id=' || seller_id, count(*)
from listings where not hidden group by tenant_id, status, seller_id
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;

insert into counters (tenant_id, name, value)
select tenant_id, 'listings.status=' || status || '&category_id=' || category_id, count(*)
from listings where not hidden group by tenant_id, status, category_id
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;
