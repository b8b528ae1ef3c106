create table file_areas (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
select isolate_tenant('file_areas');

-- The areas that a community starts with; a new tenant gets the same when it is created.
insert into file_areas (tenant_id, slug, name)
select t.id, a.slug, a.name
from tenants t cross join (values
  ('documents', 'Documents'), ('images', 'Images'), ('software', 'Software'), ('other', 'Other')
) as a (slug, name)
order by t.id;

-- The row of a file that was rejected or deleted stays, to tell what happened; its bytes do not.
create table files (
  tenant_id bigint not null,
  id bigint generated always as identity,
  area_id bigint not null,
  uploader_id bigint not null,
  title text not null,
  description text not null,
  original_name text not null,
  mime_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null,
  storage_key text not null,
  status text not null default 'quarantined'
    check (status in ('quarantined', 'approved', 'rejected', 'deleted')),
  download_count integer not null default 0,
  created_at timestamptz not null,
  scanned_at timestamptz,
  deleted_at timestamptz,
  deleted_by bigint,
  delete_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references file_areas (tenant_id, id),
  foreign key (tenant_id, uploader_id) references users (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id)
);
-- One index for each list, in the order of its pages.
create index files_page on files (tenant_id, id desc) where status = 'approved';
create index files_area_page on files (tenant_id, area_id, id desc) where status = 'approved';
create index files_uploader_page on files (tenant_id, uploader_id, id desc) where status = 'approved';
select isolate_tenant('files');

-- What is still to be done with files, of all tenants: a directory table, because the worker has to
-- find it before it knows of which tenant. Written with the file's row, so no crash loses a task.
create table file_tasks (
  tenant_id bigint not null,
  file_id bigint not null,
  task text not null check (task in ('scan', 'purge')),
  created_at timestamptz not null,
  queued_at timestamptz,
  primary key (tenant_id, file_id, task)
);
grant select, insert, update, delete on file_tasks to mobieus_app;
