-- All pages of a wiki as a zip. One without an end is waited for or made; of a wiki there is one at most. Its digest is
-- written down before its bytes are kept, so that those of an interrupted one are found.
create table know_exports (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  total integer not null,
  done integer not null default 0,
  attempts smallint not null default 0,
  size_bytes bigint,
  sha256 text,
  error_code text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create unique index know_exports_running on know_exports (tenant_id) where finished_at is null;
select isolate_tenant('know_exports');
grant usage on sequence know_exports_id_seq to mobieus_app;
