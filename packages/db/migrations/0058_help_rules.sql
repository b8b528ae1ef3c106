-- Rules: what the desk does by itself after an event of a ticket. conditions is {all, any}, lists of {field, key,
-- operator, values}; actions is a list of {type} with the one field that its type needs.
create table help_rules (
  tenant_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  event text not null
    constraint help_rules_event check (event in ('created', 'replied', 'status_changed', 'assigned')),
  conditions json not null,
  actions json not null,
  is_active boolean not null default true,
  sort_order integer not null default 100,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index help_rules_order on help_rules (tenant_id, sort_order, id);
select isolate_tenant('help_rules');
grant usage on sequence help_rules_id_seq to mobieus_app;

-- How often rules have changed a ticket, in an hour that begins with the first time.
alter table help_tickets
  add column rules_since timestamptz,
  add column rules_run integer not null default 0;
