-- A file may come before its message: it is its uploader's alone until a message takes it, and goes when none does.
-- Its bytes wait in quarantine, under this key, until they are scanned.
alter table help_attachments
  alter column message_id drop not null,
  add column uploader_id bigint,
  add column upload_key text,
  add column expires_at timestamptz,
  add constraint help_attachments_bound
    check (message_id is not null or (uploader_id is not null and expires_at is not null)),
  add foreign key (tenant_id, uploader_id) references users (tenant_id, id);
create index help_attachments_waiting on help_attachments (tenant_id, upload_key)
  where upload_key is not null and status = 'quarantined';
