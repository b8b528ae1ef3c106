-- Texts that agents answer with. Placeholders stay as they were written: what fills them in is the composer.
create table help_canned_responses (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  title text not null,
  body_md text not null,
  queue_id bigint,
  is_active boolean not null default true,
  sort_order integer not null default 100,
  use_count integer not null default 0,
  primary key (tenant_id, id),
  constraint help_canned_responses_slug unique (tenant_id, slug),
  foreign key (tenant_id, queue_id) references help_queues (tenant_id, id)
);
create index help_canned_responses_order on help_canned_responses (tenant_id, sort_order, id);
create index help_canned_responses_active
  on help_canned_responses (tenant_id, is_active, sort_order, id);
create index help_canned_responses_queue
  on help_canned_responses (tenant_id, queue_id, is_active, sort_order, id);
select isolate_tenant('help_canned_responses');
grant usage on sequence help_canned_responses_id_seq to mobieus_app;
