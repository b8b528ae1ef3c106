-- People beside the requester who take part in a ticket: agents' replies go to them as well.
create table help_ticket_collaborators (
  tenant_id bigint not null,
  ticket_id bigint not null,
  requester_id bigint not null,
  primary key (tenant_id, ticket_id, requester_id),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, requester_id) references help_requesters (tenant_id, id)
);
create index help_ticket_collaborators_requester on help_ticket_collaborators (tenant_id, requester_id, ticket_id);
select isolate_tenant('help_ticket_collaborators');

-- The collaborators whom a merge has brought to the other ticket; undoing it takes them away again.
alter table help_ticket_merges add column collaborator_ids bigint[] not null default '{}';

-- To and Cc of a mail whose head names others than its recipient.
alter table help_outgoing_mails add column addressed json;
