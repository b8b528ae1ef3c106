-- The web index lists pages by their last change.
create index know_pages_updated on know_pages (tenant_id, updated_at, id)
  where status = 'published' and not hidden;
