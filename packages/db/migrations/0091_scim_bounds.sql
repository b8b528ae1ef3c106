-- Whether a user's active has a value. A provider may remove it, which says nothing of the member's standing.
alter table scim_users add column has_active boolean not null default true;
create index scim_users_without_active on scim_users (tenant_id, user_id) where not has_active;

-- A filter by one of these is answered from its index, which has the id as well: 12 ms at 100,000, and 30 from the table.
drop index scim_users_tenant_id_external_id_idx;
drop index scim_users_tenant_id_created_at_idx;
drop index scim_users_tenant_id_updated_at_idx;
drop index scim_users_tenant_id_display_name_idx;
drop index scim_users_tenant_id_family_name_idx;
drop index scim_users_tenant_id_given_name_idx;
drop index scim_users_tenant_id_employee_number_idx;
create index on scim_users (tenant_id, external_id, user_id);
create index on scim_users (tenant_id, created_at, user_id);
create index on scim_users (tenant_id, updated_at, user_id);
create index on scim_users (tenant_id, display_name, user_id);
create index on scim_users (tenant_id, family_name, user_id);
create index on scim_users (tenant_id, given_name, user_id);
create index on scim_users (tenant_id, employee_number, user_id);

-- Values may be longer than a row of an index, as certificates are: the index has how they begin.
drop index scim_user_values_tenant_id_attribute_value_user_id_idx;
-- It is a column, because below a policy no index serves a condition that calls a function of its row.
alter table scim_user_values
  add column beginning text collate "C" generated always as (left(value, 400)) stored;
create index scim_user_values_beginning on scim_user_values (tenant_id, attribute, beginning, user_id);
