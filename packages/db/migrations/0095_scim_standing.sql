-- A user is changed with the member. A ban and its end, by whomever, are another version, because active is part of the
-- resource. When a member leaves, the provider's rows are kept as long as the member can come back.
alter table scim_users add column banned boolean not null default false;
alter table scim_users add column left_at timestamptz;
create index scim_users_left on scim_users (tenant_id, left_at) where left_at is not null;

-- Called by whoever has changed the standing of a member, in the same transaction.
create function follow_standing(of_tenant bigint, of_member bigint) returns void language plpgsql as $$
declare
  gone_at timestamptz;
begin
  update scim_users s set
    version = case when s.banned <> (u.role = 1) then s.version + 1 else s.version end,
    updated_at = case when s.banned <> (u.role = 1)
      then greatest(date_trunc('milliseconds', now()), s.updated_at + interval '1 millisecond')
      else s.updated_at end,
    banned = u.role = 1,
    left_at = u.deletion_scheduled_at
  from users u
  where s.tenant_id = of_tenant and s.user_id = of_member and u.tenant_id = of_tenant and u.id = of_member
    and (s.banned <> (u.role = 1) or s.left_at is distinct from u.deletion_scheduled_at)
  returning s.left_at into gone_at;
  if gone_at is not null then
    insert into work_due as w (tenant_id, kind, due_at)
    values (of_tenant, 'purgeScimLeavers', gone_at + interval '30 days')
    on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at);
  end if;
end
$$;

update scim_users s set left_at = u.deletion_scheduled_at, banned = u.role = 1 from users u
where u.tenant_id = s.tenant_id and u.id = s.user_id
  and (u.deletion_scheduled_at is not null or u.role = 1);
insert into work_due (tenant_id, kind, due_at)
select tenant_id, 'purgeScimLeavers', min(left_at) + interval '30 days'
from scim_users where left_at is not null group by tenant_id
on conflict do nothing;
