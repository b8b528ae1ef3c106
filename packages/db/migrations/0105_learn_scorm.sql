-- A zip waits in quarantine under its key until it is read; a package that could not be made says why, and where.
alter table learn_scorm_packages
  add column upload_key text,
  add column attempts smallint not null default 0,
  add column failure_code text,
  add column failure_path text,
  add column finished_at timestamptz,
  add column deleted_at timestamptz;
create index learn_scorm_packages_upload on learn_scorm_packages (tenant_id, upload_key) where upload_key is not null;

-- The files of a package: where each begins in the pack, which is one object of the storage.
create table learn_scorm_files (
  tenant_id bigint not null,
  package_id bigint not null,
  n integer not null,
  path text not null,
  -- Packages are made where letter case in a name says nothing.
  folded_path text not null,
  start bigint not null,
  size_bytes bigint not null,
  primary key (tenant_id, package_id, n),
  foreign key (tenant_id, package_id) references learn_scorm_packages (tenant_id, id)
);
create index learn_scorm_files_path on learn_scorm_files (tenant_id, package_id, folded_path);
select isolate_tenant('learn_scorm_files');

-- Openings of an activity by a member. The newest one counts; those before it may write no more.
create table learn_launches (
  tenant_id bigint not null,
  id bigint generated always as identity,
  enrollment_id bigint not null,
  activity_id bigint not null,
  package_id bigint not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, enrollment_id) references learn_enrollments (tenant_id, id),
  foreign key (tenant_id, activity_id) references learn_activities (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index learn_launches_current on learn_launches (tenant_id, enrollment_id, activity_id)
  where superseded_at is null;
create index learn_launches_expired on learn_launches (tenant_id, expires_at);
select isolate_tenant('learn_launches');
grant usage on sequence learn_launches_id_seq to mobieus_app;

-- How a member has left each item of an activity. Each value has the number of the commit that it came with.
create table learn_runs (
  tenant_id bigint not null,
  enrollment_id bigint not null,
  activity_id bigint not null,
  item text not null,
  launch_id bigint not null,
  attempt integer not null default 1,
  -- How often it was opened; what an earlier window sends is refused.
  opening integer not null default 1,
  -- As text: content says what jsonb does not take, such as a NUL.
  cmi json not null default '{}',
  numbers json not null default '{}',
  sequence integer not null default 0,
  -- Of the runs before, and of the one that is open.
  total_seconds double precision not null default 0,
  session_seconds double precision not null default 0,
  completion text constraint learn_runs_completion check (completion in ('completed', 'incomplete')),
  success text constraint learn_runs_success check (success in ('passed', 'failed')),
  score_pct double precision,
  warnings jsonb not null default '[]',
  has_ended boolean not null default false,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, enrollment_id, activity_id, item),
  foreign key (tenant_id, enrollment_id) references learn_enrollments (tenant_id, id),
  foreign key (tenant_id, activity_id) references learn_activities (tenant_id, id)
);
select isolate_tenant('learn_runs');
