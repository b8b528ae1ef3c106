-- The addresses that requesters write to. A relay shows the secret of one; of it a SHA-256 is kept.
create table help_email_accounts (
  tenant_id bigint not null,
  id bigint generated always as identity,
  address text not null,
  address_key text generated always as (lower(address)) stored,
  name text not null,
  is_default boolean not null default false,
  authentication_server text,
  secret_hash bytea not null,
  secret_rotated_at timestamptz not null,
  previous_secret_hash bytea,
  previous_secret_expires_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint help_email_accounts_address unique (tenant_id, address_key),
  constraint help_email_accounts_hashed check (
    octet_length(secret_hash) = 32 and coalesce(octet_length(previous_secret_hash), 32) = 32),
  constraint help_email_accounts_grace check (
    (previous_secret_hash is null) = (previous_secret_expires_at is null))
);
create unique index help_email_accounts_default on help_email_accounts (tenant_id) where is_default;
select isolate_tenant('help_email_accounts');

-- Mail that was handed over. It is kept with its ticket, and for 30 days where it has none. A mail that comes again
-- has the same Message-ID and digest, of its sender, date and body. action is null until its transaction ends.
create table help_inbound_mails (
  tenant_id bigint not null,
  id bigint generated always as identity,
  account_id bigint not null,
  message_id text not null,
  digest bytea not null,
  kind text not null
    constraint help_inbound_mails_kind check (kind in ('person', 'robot', 'bounce', 'delay', 'receipt', 'calendar')),
  action text
    constraint help_inbound_mails_action check (action in ('created', 'appended', 'ignored')),
  -- Why no confirmation answered it.
  unanswered text,
  ticket_id bigint,
  ticket_message_id bigint,
  -- The ticket that was closed for good, which this mail answered, and the new ticket follows.
  follows_ticket_id bigint,
  is_third_party boolean not null default false,
  sender_email text not null,
  sender_key text generated always as (lower(sender_email)) stored,
  sender_domain text not null,
  sender_name text not null,
  subject text not null,
  text text,
  html text,
  safe_html text,
  headers json not null,
  received_at timestamptz not null,
  primary key (tenant_id, id),
  constraint help_inbound_mails_once unique (tenant_id, message_id, digest),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, ticket_message_id) references help_ticket_messages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, follows_ticket_id) references help_tickets (tenant_id, id) on delete cascade
);
create index help_inbound_mails_ticket on help_inbound_mails (tenant_id, ticket_id, received_at)
  where ticket_id is not null;
create index help_inbound_mails_message on help_inbound_mails (tenant_id, ticket_message_id)
  where ticket_message_id is not null;
create index help_inbound_mails_follows on help_inbound_mails (tenant_id, follows_ticket_id, id)
  where follows_ticket_id is not null;
create index help_inbound_mails_sender on help_inbound_mails (tenant_id, sender_key, received_at);
create index help_inbound_mails_domain on help_inbound_mails (tenant_id, sender_domain, received_at);
create index help_inbound_mails_unbound on help_inbound_mails (tenant_id, received_at) where ticket_id is null;
select isolate_tenant('help_inbound_mails');

grant usage on sequence help_email_accounts_id_seq to mobieus_app;
