-- This database, as one installation of the platform: whose login role is whose, and which APP_SECRET it was
-- made with. A database that was copied keeps the row, and knows by the number that it is another one.
create table installation (
  id text primary key constraint installation_id_hex check (id ~ '^[0-9a-f]{12}$'),
  database_oid oid not null,
  -- Tells the secret from others without telling it.
  secret_check text not null,
  created_at timestamptz not null default now()
);
create unique index installation_once on installation ((true));
grant select on installation to mobieus_app;
