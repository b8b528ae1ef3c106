-- A secret ends when its token does, and what is kept of it is removed by the clock.
update scim_token_directory d
set valid_until = least(d.valid_until, t.expires_at, t.revoked_at)
from scim_tokens t
where t.tenant_id = d.tenant_id and t.id = d.token_id
  and (t.expires_at is not null or t.revoked_at is not null);
create index scim_token_directory_ending on scim_token_directory (tenant_id, valid_until)
  where valid_until is not null;
insert into work_due (tenant_id, kind, due_at)
select tenant_id, 'purgeScimSecrets', min(valid_until)
from scim_token_directory where valid_until is not null group by tenant_id
on conflict do nothing;
