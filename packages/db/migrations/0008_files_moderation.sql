-- Files are reported, removed and hidden like posts and listings.
alter table files add column hidden boolean not null default false;

drop index files_page, files_area_page, files_uploader_page;
create index files_page on files (tenant_id, id desc) where status = 'approved' and not hidden;
create index files_area_page on files (tenant_id, area_id, id desc)
  where status = 'approved' and not hidden;
create index files_uploader_page on files (tenant_id, uploader_id, id desc)
  where status = 'approved' and not hidden;

-- The foreign keys lock in the order in which they were made: content before members. Those to
-- members are made again, to come after the one to files.
alter table reports
  add column reported_file_id bigint,
  drop constraint reports_check,
  drop constraint reports_tenant_id_reported_user_id_fkey,
  drop constraint reports_tenant_id_reporter_id_fkey,
  drop constraint reports_tenant_id_resolver_id_fkey,
  add check (num_nonnulls(reported_post_id, reported_listing_id, reported_file_id) <= 1),
  add foreign key (tenant_id, reported_file_id) references files (tenant_id, id),
  add foreign key (tenant_id, reported_user_id) references users (tenant_id, id),
  add foreign key (tenant_id, reporter_id) references users (tenant_id, id),
  add foreign key (tenant_id, resolver_id) references users (tenant_id, id);
