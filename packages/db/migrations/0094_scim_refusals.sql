-- The provisioning log has the writes that were refused as well, with what was told of them.
alter table scim_requests
  add column scim_type text,
  add column detail text,
  add column outcome text not null
    generated always as (case when status < 400 then 'done' else 'refused' end) stored;
create index on scim_requests (tenant_id, outcome, id);
create index on scim_requests (tenant_id, token_id, outcome, id);
drop index scim_requests_tenant_id_user_id_id_idx;
create index on scim_requests (tenant_id, user_id, id) include (token_id, outcome);

-- So far all were done.
insert into counters (tenant_id, name, value)
select tenant_id, 'scim_requests.outcome=' || outcome, count(*)
from scim_requests group by tenant_id, outcome
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;

insert into counters (tenant_id, name, value)
select tenant_id, 'scim_requests.token_id=' || token_id || '&outcome=' || outcome, count(*)
from scim_requests group by tenant_id, token_id, outcome
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;
