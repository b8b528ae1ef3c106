-- Packages whose import has failed are removed after a time, the oldest first.
create index learn_scorm_packages_failed on learn_scorm_packages (tenant_id, finished_at)
  where status = 'failed' and deleted_at is null;
