-- Where tickets wait. One queue of a partition is the default: what names no queue goes there.
create table help_queues (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  assignment_policy text not null default 'manual'
    constraint help_queues_policy check (assignment_policy in ('round_robin', 'fewest_open', 'manual')),
  is_default boolean not null default false,
  primary key (tenant_id, id),
  constraint help_queues_slug unique (tenant_id, slug)
);
create unique index help_queues_default on help_queues (tenant_id) where is_default;
select isolate_tenant('help_queues');

-- Members who answer tickets. capacity is how many open ones they are given; null is no bound.
create table help_agents (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  is_active boolean not null default true,
  presence text not null default 'offline'
    constraint help_agents_presence check (presence in ('available', 'away', 'offline')),
  capacity integer constraint help_agents_capacity check (capacity >= 0),
  primary key (tenant_id, id),
  constraint help_agents_user unique (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select isolate_tenant('help_agents');

-- The queues that an agent works on.
create table help_queue_agents (
  tenant_id bigint not null,
  agent_id bigint not null,
  queue_id bigint not null,
  primary key (tenant_id, agent_id, queue_id),
  foreign key (tenant_id, agent_id) references help_agents (tenant_id, id) on delete cascade,
  foreign key (tenant_id, queue_id) references help_queues (tenant_id, id) on delete cascade
);
create index help_queue_agents_queue on help_queue_agents (tenant_id, queue_id, agent_id);
select isolate_tenant('help_queue_agents');

create table help_tags (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  color text not null,
  primary key (tenant_id, id),
  constraint help_tags_slug unique (tenant_id, slug)
);
select isolate_tenant('help_tags');

-- The demo community has the ids that the examples of the contract speak of.
grant usage on sequence help_queues_id_seq, help_agents_id_seq, help_tags_id_seq to mobieus_app;

-- Tenants that are there begin as new ones do.
insert into help_queues (tenant_id, slug, name, is_default)
select id, 'support', 'Support', true from tenants
returning 1;
insert into counters (tenant_id, name, value)
select id, 'help_queues', 1 from tenants
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;
