-- What a banned member was: the ban is lifted to this role, and until then the member's rank is that of both.
alter table users add column role_before_ban smallint check (role_before_ban between 2 and 5);

-- The few whom a super-admin who leaves must not be the last of.
create index users_super_admins on users (tenant_id, id) where role = 5;
