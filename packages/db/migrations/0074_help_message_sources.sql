-- The mail that a message came with, as it came. Its bytes wait here until they are scanned; then they are in the
-- storage. A mail that was handed over in parts has none.
create table help_message_sources (
  tenant_id bigint not null,
  message_id bigint not null,
  size_bytes bigint not null,
  sha256 text not null,
  status text not null default 'quarantined'
    constraint help_message_sources_status check (status in ('quarantined', 'approved', 'rejected')),
  bytes bytea,
  primary key (tenant_id, message_id),
  constraint help_message_sources_waiting check ((bytes is not null) = (status = 'quarantined')),
  foreign key (tenant_id, message_id) references help_ticket_messages (tenant_id, id) on delete cascade
);
select isolate_tenant('help_message_sources');
