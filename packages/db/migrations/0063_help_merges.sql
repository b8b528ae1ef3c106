-- A ticket that was merged into another: what people wrote on it is there from then on.
alter table help_tickets
  add column merged_into_id bigint,
  add constraint help_tickets_merged_into foreign key (tenant_id, merged_into_id) references help_tickets (tenant_id, id);
create index help_tickets_merged on help_tickets (tenant_id, merged_into_id) where merged_into_id is not null;

-- Merges, with what brings one back: the messages that moved, and how the ticket stood. Kept with the ticket.
create table help_ticket_merges (
  tenant_id bigint not null,
  id bigint generated always as identity,
  source_id bigint not null,
  target_id bigint not null,
  status text not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  message_ids bigint[] not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, target_id) references help_tickets (tenant_id, id) on delete cascade
);
create index help_ticket_merges_source on help_ticket_merges (tenant_id, source_id, id);
create index help_ticket_merges_target on help_ticket_merges (tenant_id, target_id);
select isolate_tenant('help_ticket_merges');

-- Tickets that belong together. Each link has a row for either end.
create table help_ticket_links (
  tenant_id bigint not null,
  ticket_id bigint not null,
  other_id bigint not null,
  kind text not null constraint help_ticket_links_kind
    check (kind in ('related', 'follow_up_of', 'followed_up_by', 'split_from', 'split_into')),
  primary key (tenant_id, ticket_id, other_id),
  constraint help_ticket_links_others check (ticket_id <> other_id),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, other_id) references help_tickets (tenant_id, id) on delete cascade
);
create index help_ticket_links_other on help_ticket_links (tenant_id, other_id);
select isolate_tenant('help_ticket_links');

grant usage on sequence help_ticket_merges_id_seq to mobieus_app;
