-- What requesters choose from when they ask for help: the queue that the ticket goes to (none is the default
-- one), its priority, and the fields that are asked for, in their order.
create table help_topics (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  queue_id bigint,
  default_priority text not null default 'normal'
    constraint help_topics_priority check (default_priority in ('low', 'normal', 'high', 'urgent')),
  custom_fields json not null default '[]',
  is_active boolean not null default true,
  sort_order integer not null default 100,
  primary key (tenant_id, id),
  constraint help_topics_slug unique (tenant_id, slug),
  foreign key (tenant_id, queue_id) references help_queues (tenant_id, id)
);
create index help_topics_active on help_topics (tenant_id, is_active, sort_order, id);
create index help_topics_queue on help_topics (tenant_id, queue_id);
select isolate_tenant('help_topics');
grant usage on sequence help_topics_id_seq to mobieus_app;
