-- When the help desk is open: the hours of the week, each with day, opens and closes, and the holidays.
create table help_calendars (
  tenant_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  time_zone text not null,
  hours json not null,
  holidays json not null default '[]',
  primary key (tenant_id, id)
);
select isolate_tenant('help_calendars');

-- Targets in minutes of the calendar's hours; no calendar is around the clock. priorities has the targets of
-- priorities that are held to others than these two.
create table help_sla_plans (
  tenant_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  calendar_id bigint,
  first_response_minutes integer constraint help_sla_plans_first_response check (first_response_minutes > 0),
  resolution_minutes integer constraint help_sla_plans_resolution check (resolution_minutes > 0),
  priorities json not null default '[]',
  pause_on_statuses json not null default '["pending"]',
  at_risk_percent smallint not null default 80
    constraint help_sla_plans_at_risk check (at_risk_percent between 1 and 99),
  primary key (tenant_id, id),
  foreign key (tenant_id, calendar_id) references help_calendars (tenant_id, id)
);
create index help_sla_plans_calendar on help_sla_plans (tenant_id, calendar_id);
select isolate_tenant('help_sla_plans');

alter table help_queues add column sla_plan_id bigint;
alter table help_queues add foreign key (tenant_id, sla_plan_id) references help_sla_plans (tenant_id, id);
create index help_queues_sla_plan on help_queues (tenant_id, sla_plan_id);

-- The demo community has the ids that the examples of the contract speak of.
grant usage on sequence help_calendars_id_seq, help_sla_plans_id_seq to mobieus_app;
