-- The audit log of the help desk. The actor is an agent, who is a member as well, another member, a requester, or
-- nobody: the system. It is only added to, and purged; an entry is kept for a year.
create table help_audit (
  tenant_id bigint not null,
  id bigint generated always as identity,
  event_key text not null,
  actor_kind text not null
    constraint help_audit_actor_kind check (actor_kind in ('agent', 'requester', 'system', 'api')),
  agent_id bigint,
  user_id bigint,
  requester_id bigint,
  target_kind text not null,
  target_id bigint not null,
  before_json json,
  after_json json,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references help_agents (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, requester_id) references help_requesters (tenant_id, id)
);
create index help_audit_event on help_audit (tenant_id, event_key, id);
create index help_audit_actor on help_audit (tenant_id, actor_kind, event_key, id);
create index help_audit_actor_id on help_audit (tenant_id, actor_kind, id);
create index help_audit_created on help_audit (tenant_id, created_at);
select isolate_tenant('help_audit');
revoke update on help_audit from mobieus_app;

grant usage on sequence help_audit_id_seq to mobieus_app;
