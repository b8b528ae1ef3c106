-- A key's secret ends when the key does, and what is kept of it is removed by the clock.
update api_key_directory d
set valid_until = least(d.valid_until, k.expires_at, k.revoked_at)
from api_keys k
where k.tenant_id = d.tenant_id and k.id = d.key_id
  and (k.expires_at is not null or k.revoked_at is not null);
insert into work_due as w (tenant_id, kind, due_at)
select tenant_id, 'purgeEndedSecrets', min(valid_until)
from api_key_directory where valid_until is not null group by tenant_id
on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at);
