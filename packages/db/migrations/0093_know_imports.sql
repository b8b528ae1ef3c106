-- Zips of Markdown that become pages. The file waits in quarantine under its key until it is read. Of a wiki there is one
-- without an end at most. The numbers count what has become of its files.
create table know_imports (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  file_name text not null,
  size_bytes bigint not null,
  upload_key text,
  on_conflict text not null constraint know_imports_on_conflict check (on_conflict in ('update', 'skip', 'fail')),
  dry_run boolean not null,
  -- Whether texts of pages that there are wait for approval.
  proposes boolean not null,
  attempts smallint not null default 0,
  total integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  proposed integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  error_code text,
  created_at timestamptz not null,
  read_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create unique index know_imports_running on know_imports (tenant_id) where finished_at is null;
create index know_imports_finished on know_imports (tenant_id, finished_at) where finished_at is not null;
create index know_imports_upload on know_imports (tenant_id, upload_key) where upload_key is not null;
select isolate_tenant('know_imports');
grant usage on sequence know_imports_id_seq to mobieus_app;

-- The files of a zip, in its order. The page that one is to become is kept until it has its outcome.
create table know_import_results (
  tenant_id bigint not null,
  import_id bigint not null,
  n integer not null,
  path text not null,
  outcome text not null default 'pending' constraint know_import_results_outcome
    check (outcome in ('pending', 'created', 'updated', 'proposed', 'unchanged', 'skipped', 'failed')),
  attempts smallint not null default 0,
  slug text,
  page json,
  page_id bigint,
  code text,
  field text,
  message text,
  broken_links text[] not null default '{}',
  primary key (tenant_id, import_id, n),
  foreign key (tenant_id, import_id) references know_imports (tenant_id, id)
);
create index know_import_results_outcome on know_import_results (tenant_id, import_id, outcome, n);
-- Links between files are led to the pages that these become.
create index know_import_results_path on know_import_results (tenant_id, import_id, path);
select isolate_tenant('know_import_results');
