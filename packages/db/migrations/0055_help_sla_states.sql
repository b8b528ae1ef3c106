-- The SLA of a ticket. sla_pauses has the spans, as milliseconds since 1970, in which the time to its resolution
-- stood; sla_paused_at is when the present one began. The levels say what was told of each target: 0 nothing, 1 that
-- it is at risk, 2 that it is missed. sla_next_at is when the clock has to look at the ticket again.
alter table help_tickets
  add column sla_pauses json not null default '[]',
  add column sla_paused_at timestamptz,
  add column sla_first_response_level smallint not null default 0,
  add column sla_resolution_level smallint not null default 0,
  add column sla_next_at timestamptz;
create index help_tickets_sla_state on help_tickets (tenant_id, sla_state, id);
create index help_tickets_sla_next on help_tickets (tenant_id, sla_next_at) where sla_next_at is not null;
