-- A queue's and an agent's tickets in the order of the list, whatever their status.
create index help_tickets_queue_id on help_tickets (tenant_id, queue_id, id);
create index help_tickets_assignee_id on help_tickets (tenant_id, assignee_id, id);
