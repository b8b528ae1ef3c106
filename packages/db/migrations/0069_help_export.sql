-- The place of a ticket in the order of changes, in which an export goes. A write takes it away, and no write gives
-- one: what was committed gets the next places when it is asked for, in transactions that come one after the other.
-- So a place that is seen has none below it that comes later.
alter table help_tickets add column change_number bigint;
create unique index help_tickets_change on help_tickets (tenant_id, change_number) where change_number is not null;
create index help_tickets_unplaced on help_tickets (tenant_id, id) where change_number is null;

-- The last place that was given.
create table help_changes (
  tenant_id bigint not null,
  last bigint not null,
  primary key (tenant_id)
);
select isolate_tenant('help_changes');
