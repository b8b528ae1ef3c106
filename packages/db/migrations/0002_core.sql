-- No foreign key leads to tenants: each insert would lock its tenant's row, the one row all of the
-- tenant's writers share.

-- The *_key columns carry uniqueness and look-ups without regard to case. An index on lower(username)
-- would not do: lower() is not leakproof, so below a row-level policy PostgreSQL refuses that index.
create table users (
  tenant_id bigint not null,
  id bigint generated always as identity,
  username text not null,
  username_key text not null generated always as (lower(username)) stored,
  email text,
  email_key text generated always as (lower(email)) stored,
  display_name text not null,
  role smallint not null default 2 check (role between 1 and 5),
  avatar_url text,
  email_verified boolean not null default false,
  post_count integer not null default 0,
  joined_at timestamptz not null default now(),
  last_active_at timestamptz,
  deletion_scheduled_at timestamptz,
  deletion_reason text,
  anonymised_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, username_key),
  unique (tenant_id, email_key)
);
select isolate_tenant('users');

-- rate_limit: null is the tenant's or the platform's default, 0 is unlimited.
create table api_keys (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  label text not null,
  environment text not null check (environment in ('live', 'test')),
  prefix text not null,
  rate_limit integer check (rate_limit >= 0),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_ip text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index on api_keys (tenant_id, user_id);
select isolate_tenant('api_keys');

create table api_key_scopes (
  tenant_id bigint not null,
  key_id bigint not null,
  scope text not null,
  primary key (tenant_id, key_id, scope),
  foreign key (tenant_id, key_id) references api_keys (tenant_id, id) on delete cascade
);
select isolate_tenant('api_key_scopes');

-- One row a key: what of the current window's budget the processes have leased together. Both this
-- table and counters are updated in place all the time: room on the page keeps that cheap.
create table rate_windows (
  tenant_id bigint not null,
  key_id bigint not null,
  window_start timestamptz not null,
  used integer not null,
  granted integer not null, -- of them, what the last lease was given
  primary key (tenant_id, key_id),
  foreign key (tenant_id, key_id) references api_keys (tenant_id, id) on delete cascade
) with (fillfactor = 50);
select isolate_tenant('rate_windows');

create table counters (
  tenant_id bigint not null,
  name text not null,
  value bigint not null,
  touched_at timestamptz not null default now(),
  primary key (tenant_id, name)
) with (fillfactor = 50);
select isolate_tenant('counters');

create table forums (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  description text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
select isolate_tenant('forums');

create table threads (
  tenant_id bigint not null,
  id bigint generated always as identity,
  forum_id bigint not null,
  author_id bigint not null,
  title text not null,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, forum_id) references forums (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index on threads (tenant_id, forum_id, id desc);
create index on threads (tenant_id, author_id, id desc);
select isolate_tenant('threads');

create table posts (
  tenant_id bigint not null,
  id bigint generated always as identity,
  thread_id bigint not null,
  forum_id bigint not null,
  parent_post_id bigint,
  author_id bigint not null,
  is_opener boolean not null default false,
  body text not null,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by bigint,
  delete_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references threads (tenant_id, id),
  foreign key (tenant_id, forum_id) references forums (tenant_id, id),
  foreign key (tenant_id, parent_post_id) references posts (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id)
);
-- One index for each list, in the order of its pages.
create index posts_page on posts (tenant_id, id desc) where deleted_at is null;
create index posts_thread_page on posts (tenant_id, thread_id, id desc) where deleted_at is null;
create index posts_forum_page on posts (tenant_id, forum_id, id desc) where deleted_at is null;
create index posts_author_page on posts (tenant_id, author_id, id desc) where deleted_at is null;
select isolate_tenant('posts');

-- The event log. Positions are the tenant's own counter: without gaps, in commit order. type_position
-- counts within a type, so that a list of one type knows its total without counting rows.
create table api_events (
  tenant_id bigint not null,
  position bigint not null,
  type text not null,
  type_position bigint not null,
  created_at timestamptz not null,
  data json not null,
  primary key (tenant_id, position),
  unique (tenant_id, type, type_position)
);
create index on api_events (tenant_id, created_at, position);
create index on api_events (tenant_id, type, created_at, type_position);
select isolate_tenant('api_events');

create table api_idempotency_keys (
  tenant_id bigint not null,
  key_hash bytea not null,
  fingerprint bytea not null,
  status smallint not null,
  body text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, key_hash)
);
create index on api_idempotency_keys (tenant_id, expires_at);
select isolate_tenant('api_idempotency_keys');

create function notify_key_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('mobieus_changed', 'key:' || old.tenant_id || ':' || old.id);
  return null;
end
$$;

-- Not on label and last use: nobody decides by them, and last use is written all the time.
create trigger key_changed after update on api_keys
  for each row when (
    (old.user_id, old.environment, old.rate_limit, old.expires_at, old.revoked_at)
      is distinct from (new.user_id, new.environment, new.rate_limit, new.expires_at, new.revoked_at)
  ) execute function notify_key_changed();
create trigger key_left after delete on api_keys
  for each row execute function notify_key_changed();

create function notify_key_scopes_changed() returns trigger language plpgsql as $$
declare
  changed record := coalesce(new, old);
begin
  perform pg_notify('mobieus_changed', 'key:' || changed.tenant_id || ':' || changed.key_id);
  return null;
end
$$;

create trigger key_scopes_changed after insert or update or delete on api_key_scopes
  for each row execute function notify_key_scopes_changed();
