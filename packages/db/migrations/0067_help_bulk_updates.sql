-- One change of many tickets, asked for by an agent or another member. by_key says that a key asked for it which
-- named no agent. The numbers count what has become of its tickets; it is kept for 30 days after its end.
create table help_bulk_updates (
  tenant_id bigint not null,
  id bigint generated always as identity,
  change json not null,
  agent_id bigint,
  user_id bigint not null,
  by_key boolean not null,
  total integer not null,
  updated integer not null default 0,
  unchanged integer not null default 0,
  failed integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references help_agents (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index help_bulk_updates_finished on help_bulk_updates (tenant_id, finished_at) where finished_at is not null;
select isolate_tenant('help_bulk_updates');

-- Its tickets. Callers may name tickets that there are not.
create table help_bulk_results (
  tenant_id bigint not null,
  bulk_id bigint not null,
  ticket_id bigint not null,
  outcome text not null default 'pending' constraint help_bulk_results_outcome
    check (outcome in ('pending', 'updated', 'unchanged', 'failed')),
  attempts smallint not null default 0,
  code text,
  field text,
  message text,
  primary key (tenant_id, bulk_id, ticket_id),
  foreign key (tenant_id, bulk_id) references help_bulk_updates (tenant_id, id) on delete cascade
);
create index help_bulk_results_outcome on help_bulk_results (tenant_id, bulk_id, outcome, ticket_id);
select isolate_tenant('help_bulk_results');

grant usage on sequence help_bulk_updates_id_seq to mobieus_app;
