-- Files of messages. One of the community is copied: whatever becomes of it takes nothing from a message. The bytes of
-- one that came by mail wait beside it until they are scanned.
create table help_attachments (
  tenant_id bigint not null,
  id bigint generated always as identity,
  message_id bigint not null,
  file_id bigint,
  name text not null,
  mime_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  -- That by which the HTML of its mail shows it, without brackets.
  content_id text,
  status text not null default 'quarantined'
    constraint help_attachments_status check (status in ('quarantined', 'approved', 'rejected')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, message_id) references help_ticket_messages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);
create index help_attachments_message on help_attachments (tenant_id, message_id, id);
create index help_attachments_file on help_attachments (tenant_id, file_id) where file_id is not null;
select isolate_tenant('help_attachments');

create table help_attachment_bytes (
  tenant_id bigint not null,
  attachment_id bigint not null,
  bytes bytea not null,
  primary key (tenant_id, attachment_id),
  foreign key (tenant_id, attachment_id) references help_attachments (tenant_id, id) on delete cascade
);
select isolate_tenant('help_attachment_bytes');

grant usage on sequence help_attachments_id_seq to mobieus_app;
