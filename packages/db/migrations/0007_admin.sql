-- The console: its sessions, the links that open them, the audit log, and the rotation of API keys.

-- Which tenant a presented session cookie belongs to, like api_key_directory.
create table session_directory (
  token_hash bytea primary key,
  tenant_id bigint not null,
  session_id bigint not null
);
create index on session_directory (tenant_id, session_id);
grant select, insert, update, delete on session_directory to mobieus_app;

create table sessions (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index on sessions (tenant_id, user_id);
create index on sessions (tenant_id, expires_at);
select isolate_tenant('sessions');

-- A link that signs in. It is kept as SHA-256 and works once.
create table sign_in_tokens (
  tenant_id bigint not null,
  token_hash bytea not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index on sign_in_tokens (tenant_id, user_id);
create index on sign_in_tokens (tenant_id, expires_at);
select isolate_tenant('sign_in_tokens');

-- Append-only: the application may add and read, and nothing else. actor_id is null for the system.
create table audit_log (
  tenant_id bigint not null,
  id bigint generated always as identity,
  actor_id bigint,
  action text not null,
  target_kind text not null,
  target_id bigint not null,
  before jsonb,
  after jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, actor_id) references users (tenant_id, id)
);
create index on audit_log (tenant_id, actor_id, id desc);
create index on audit_log (tenant_id, action, id desc);
create index on audit_log (tenant_id, target_kind, id desc);
select isolate_tenant('audit_log');
revoke update, delete on audit_log from mobieus_app;

-- A rotated key has several secrets for a while: valid_until is null for the one it has now.
alter table api_key_directory add column valid_until timestamptz;
alter table api_keys
  add column rotated_at timestamptz,
  add column previous_secret_expires_at timestamptz;

-- Keys are edited now, and what a process caches of one includes label and prefix.
drop trigger key_changed on api_keys;
create trigger key_changed after update on api_keys
  for each row when (
    (old.user_id, old.environment, old.rate_limit, old.expires_at, old.revoked_at,
     old.label, old.prefix, old.rotated_at)
      is distinct from
    (new.user_id, new.environment, new.rate_limit, new.expires_at, new.revoked_at,
     new.label, new.prefix, new.rotated_at)
  ) execute function notify_key_changed();
