-- Requesters of tickets: members, whose name and address are the member's, and people with an address alone.
create table help_requesters (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint,
  email text,
  email_key text generated always as (lower(email)) stored,
  name text,
  primary key (tenant_id, id),
  constraint help_requesters_user unique (tenant_id, user_id),
  constraint help_requesters_email unique (tenant_id, email_key),
  constraint help_requesters_reached check (
    (user_id is null) = (email is not null) and (user_id is null) = (name is not null)),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select isolate_tenant('help_requesters');

-- number is that of the reference, HD-000001. The due times are those of an SLA plan; without one there are none.
create table help_tickets (
  tenant_id bigint not null,
  id bigint generated always as identity,
  number bigint not null constraint help_tickets_counted check (number > 0),
  subject text not null,
  status text not null default 'new'
    constraint help_tickets_status check (status in ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed')),
  priority text not null default 'normal'
    constraint help_tickets_priority check (priority in ('low', 'normal', 'high', 'urgent')),
  source text not null
    constraint help_tickets_source check (source in ('portal', 'email', 'api', 'agent', 'widget')),
  queue_id bigint not null,
  help_topic_id bigint,
  assignee_id bigint,
  requester_id bigint not null,
  custom_fields json not null default '{}',
  sla_state text not null default 'none' constraint help_tickets_sla
    check (sla_state in ('on_track', 'at_risk', 'breached', 'paused', 'none')),
  first_response_due_at timestamptz,
  resolution_due_at timestamptz,
  first_responded_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint help_tickets_number unique (tenant_id, number),
  constraint help_tickets_closed check ((status = 'closed') = (closed_at is not null)),
  foreign key (tenant_id, queue_id) references help_queues (tenant_id, id),
  foreign key (tenant_id, help_topic_id) references help_topics (tenant_id, id),
  foreign key (tenant_id, assignee_id) references help_agents (tenant_id, id),
  foreign key (tenant_id, requester_id) references help_requesters (tenant_id, id)
);
create index help_tickets_status_id on help_tickets (tenant_id, status, id);
create index help_tickets_priority_id on help_tickets (tenant_id, priority, id);
create index help_tickets_queue on help_tickets (tenant_id, queue_id, status, id);
create index help_tickets_assignee on help_tickets (tenant_id, assignee_id, status, id);
create index help_tickets_requester on help_tickets (tenant_id, requester_id, id);
create index help_tickets_topic on help_tickets (tenant_id, help_topic_id) where help_topic_id is not null;
create index help_tickets_updated on help_tickets (tenant_id, updated_at);
select isolate_tenant('help_tickets');

create table help_ticket_tags (
  tenant_id bigint not null,
  ticket_id bigint not null,
  tag_id bigint not null,
  primary key (tenant_id, ticket_id, tag_id),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, tag_id) references help_tags (tenant_id, id) on delete cascade
);
create index help_ticket_tags_tag on help_ticket_tags (tenant_id, tag_id, ticket_id);
select isolate_tenant('help_ticket_tags');

-- Messages of a ticket, and entries about what has changed of it (system, with a change and no body). The author is
-- an agent, who is a member as well, another member, the requester, or nobody: the system.
create table help_ticket_messages (
  tenant_id bigint not null,
  id bigint generated always as identity,
  ticket_id bigint not null,
  kind text not null constraint help_ticket_messages_kind check (kind in ('reply', 'note', 'system')),
  agent_id bigint,
  user_id bigint,
  requester_id bigint,
  body text,
  change json,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint help_ticket_messages_author check (user_id is null or requester_id is null),
  constraint help_ticket_messages_agent check (agent_id is null or user_id is not null),
  constraint help_ticket_messages_told check (
    (kind = 'system') = (body is null) and (kind = 'system') = (change is not null)),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references help_agents (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, requester_id) references help_requesters (tenant_id, id)
);
create index help_ticket_messages_ticket on help_ticket_messages (tenant_id, ticket_id, id);
select isolate_tenant('help_ticket_messages');

-- References are counted without holes. A sequence leaves one with every rollback. A counter that each creation
-- raises leaves none, but its row is locked until the commit is durable: a tenant's creations would go one after
-- the other, which no other write does any more. So numbers lie ready, as rows. A creation takes the lowest one
-- that no other is taking, and waits for nobody; a rollback leaves its number where it was, and the next takes
-- it. When few are left, the creation that finds nobody else at it puts new ones down. Only where all are being
-- taken at once does one wait for whoever has the counter. What this costs: tickets that are opened at the same
-- time, and those after a rollback, do not have their numbers in the order of their ids.
create table help_references (
  tenant_id bigint not null,
  last bigint not null,
  primary key (tenant_id)
);
select isolate_tenant('help_references');

create table help_references_ready (
  tenant_id bigint not null,
  number bigint not null,
  primary key (tenant_id, number)
) with (
  -- The lowest numbers go first, so that what is gone lies before what is looked for.
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0, vacuum_truncate = false
);
select isolate_tenant('help_references_ready');

-- The number of the next ticket. Its statements see what was committed before each: after the wait for the counter
-- there may be numbers that another creation has put down.
create function take_help_reference(of_tenant bigint) returns bigint language plpgsql as $$
declare
  -- Numbers lie ready up to so many; fewer than the half are few.
  most constant integer := 64;
  taken bigint;
  last_ready bigint;
  counted bigint;
begin
  for turn in 1 .. 2 loop
    delete from help_references_ready r
      where r.tenant_id = of_tenant and r.number = (
        select f.number from help_references_ready f where f.tenant_id = of_tenant
        order by f.number limit 1 for update skip locked)
      returning r.number into taken;
    exit when taken is not null;
    if turn = 1 then
      insert into help_references (tenant_id, last) values (of_tenant, 0) on conflict do nothing;
      select last into counted from help_references where tenant_id = of_tenant for update;
    end if;
  end loop;
  if taken is null then
    taken := counted + 1;
  elsif counted is null then
    select last into counted from help_references where tenant_id = of_tenant;
    if counted - taken >= most / 2 then
      return taken;
    end if;
    select last into counted from help_references where tenant_id = of_tenant for update skip locked;
    if counted is null then
      return taken;
    end if;
  end if;
  last_ready := taken + most;
  if last_ready > counted then
    for n in greatest(counted, taken) + 1 .. last_ready loop
      insert into help_references_ready (tenant_id, number) values (of_tenant, n);
    end loop;
    update help_references set last = last_ready where tenant_id = of_tenant;
  end if;
  return taken;
end
$$;

grant usage on sequence help_requesters_id_seq, help_tickets_id_seq, help_ticket_messages_id_seq to mobieus_app;
