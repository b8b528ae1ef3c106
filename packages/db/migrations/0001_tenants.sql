-- Directory tables: the few look-ups that happen before a tenant is known. They are small and have
-- no row-level security; on several machines they exist everywhere.

-- A tenant is two rows, its live and its test partition. Their ids are the tenant_id of every other
-- table, so nothing that belongs to one partition can be seen from the other.
create table tenants (
  id bigint generated always as identity primary key,
  slug text not null,
  environment text not null check (environment in ('live', 'test')),
  name text not null,
  plan text not null check (plan in ('starter', 'pro', 'creator_plus', 'sovereign')),
  app_ini text not null default '',
  created_at timestamptz not null default now(),
  unique (slug, environment)
);

-- Which tenant a presented API key belongs to. No foreign keys: the key itself lives with its tenant,
-- possibly on another machine.
create table api_key_directory (
  key_hash bytea primary key,
  tenant_id bigint not null,
  key_id bigint not null
);
create index on api_key_directory (tenant_id, key_id);

grant usage on schema public to mobieus_app;
grant select, insert, update, delete on tenants, api_key_directory to mobieus_app;

-- Every table of a tenant is created with tenant_id first in its keys, then handed to this function.
-- An unset tenant is null, and null equals nothing: it sees no row and may write none.
create function isolate_tenant(isolated regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', isolated);
  execute format(
    'create policy tenant_isolation on %s
       using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::bigint)
       with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::bigint)',
    isolated);
  execute format('grant select, insert, update, delete on %s to mobieus_app', isolated);
end
$$;
revoke execute on function isolate_tenant from public;

-- Processes cache tenants and keys. What they cache is announced on one channel when it changes, with
-- the commit that changes it.
create function notify_tenant_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('mobieus_changed', 'tenant:' || old.slug);
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('mobieus_changed', 'tenant:' || new.slug);
  end if;
  return null;
end
$$;

create trigger tenant_appeared_or_left after insert or delete on tenants
  for each row execute function notify_tenant_changed();
create trigger tenant_changed after update on tenants
  for each row when (old.* is distinct from new.*) execute function notify_tenant_changed();
