-- A tag that is deleted leaves every list at once. A task takes it off the tickets in batches, and removes it then.
alter table help_tags add column deleted_at timestamptz;
alter table help_tags drop constraint help_tags_slug;
create unique index help_tags_slug on help_tags (tenant_id, slug) where deleted_at is null;
