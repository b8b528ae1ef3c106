-- Mail that is sent about tickets, written with what it tells of. A worker that ends while it sends leaves the row as
-- `sending`: the mail may have been sent, and is sent again under the same Message-ID; resent counts that.
create table help_outgoing_mails (
  tenant_id bigint not null,
  id bigint generated always as identity,
  kind text not null constraint help_outgoing_mails_kind check (kind in ('confirmation', 'reply')),
  ticket_id bigint not null,
  ticket_message_id bigint not null,
  message_id text not null,
  from_email text not null,
  from_name text not null,
  to_email text not null,
  to_name text not null,
  subject text not null,
  text text not null,
  in_reply_to text,
  -- Message-IDs, the oldest first, between blanks.
  refs text not null,
  status text not null default 'pending'
    constraint help_outgoing_mails_status check (status in ('pending', 'sending', 'sent', 'failed', 'bounced')),
  attempts integer not null default 0,
  resent integer not null default 0,
  error text,
  -- That of the report, as 5.1.1 (RFC 3463).
  bounce_status text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  constraint help_outgoing_mails_message_id unique (tenant_id, message_id),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, ticket_message_id) references help_ticket_messages (tenant_id, id) on delete cascade
);
create index help_outgoing_mails_ticket on help_outgoing_mails (tenant_id, ticket_id, id);
create index help_outgoing_mails_message on help_outgoing_mails (tenant_id, ticket_message_id, id);
select isolate_tenant('help_outgoing_mails');

-- The mails that a mail answers, the oldest first, between blanks.
alter table help_inbound_mails add column refs text not null default '';
