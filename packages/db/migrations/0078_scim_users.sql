-- Members whom an identity provider manages. The row lies beside the member's own in users, and is there as long as the
-- provider manages them. Texts are kept folded to lower case where their attribute has no letter case, so that filters
-- compare them as they are; "C" makes their order that of code points, and a prefix a range.
create table scim_users (
  tenant_id bigint not null,
  user_id bigint not null,
  user_name text collate "C" not null,
  external_id text collate "C",
  display_name text collate "C",
  nick_name text collate "C",
  profile_url text collate "C",
  title text collate "C",
  user_type text collate "C",
  preferred_language text collate "C",
  locale text collate "C",
  timezone text collate "C",
  formatted_name text collate "C",
  family_name text collate "C",
  given_name text collate "C",
  middle_name text collate "C",
  honorific_prefix text collate "C",
  honorific_suffix text collate "C",
  employee_number text collate "C",
  cost_center text collate "C",
  organization text collate "C",
  division text collate "C",
  department text collate "C",
  manager_id text collate "C",
  version integer not null default 1,
  -- Attributes with several values: the n-th of each list is a part of the n-th value, null where it has no such part.
  emails_value text[] collate "C",
  emails_display text[] collate "C",
  emails_type text[] collate "C",
  emails_primary boolean[],
  phone_numbers_value text[] collate "C",
  phone_numbers_display text[] collate "C",
  phone_numbers_type text[] collate "C",
  phone_numbers_primary boolean[],
  ims_value text[] collate "C",
  ims_display text[] collate "C",
  ims_type text[] collate "C",
  ims_primary boolean[],
  photos_value text[] collate "C",
  photos_display text[] collate "C",
  photos_type text[] collate "C",
  photos_primary boolean[],
  entitlements_value text[] collate "C",
  entitlements_display text[] collate "C",
  entitlements_type text[] collate "C",
  entitlements_primary boolean[],
  roles_value text[] collate "C",
  roles_display text[] collate "C",
  roles_type text[] collate "C",
  roles_primary boolean[],
  x509_certificates_value text[] collate "C",
  x509_certificates_display text[] collate "C",
  x509_certificates_type text[] collate "C",
  x509_certificates_primary boolean[],
  addresses_formatted text[] collate "C",
  addresses_street_address text[] collate "C",
  addresses_locality text[] collate "C",
  addresses_region text[] collate "C",
  addresses_postal_code text[] collate "C",
  addresses_country text[] collate "C",
  addresses_type text[] collate "C",
  addresses_primary boolean[],
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, user_id),
  constraint scim_users_user_name unique (tenant_id, user_name),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index on scim_users (tenant_id, external_id);
create index on scim_users (tenant_id, created_at);
create index on scim_users (tenant_id, updated_at);
create index on scim_users (tenant_id, display_name);
create index on scim_users (tenant_id, family_name);
create index on scim_users (tenant_id, given_name);
create index on scim_users (tenant_id, employee_number);
select isolate_tenant('scim_users');

-- What the provider has said of them, as it said it; apart, so that a filter over many reads narrow rows.
create table scim_user_resources (
  tenant_id bigint not null,
  user_id bigint not null,
  resource jsonb not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references scim_users (tenant_id, user_id) on delete cascade
);
select isolate_tenant('scim_user_resources');

-- The values of the same attributes one by one, by which an index finds a user.
create table scim_user_values (
  tenant_id bigint not null,
  user_id bigint not null,
  attribute text collate "C" not null,
  position smallint not null,
  value text collate "C" not null,
  primary key (tenant_id, user_id, attribute, position),
  foreign key (tenant_id, user_id) references scim_users (tenant_id, user_id) on delete cascade
);
create index on scim_user_values (tenant_id, attribute, value, user_id);
select isolate_tenant('scim_user_values');

-- Those who are banned, whom a filter by active looks for.
create index users_banned on users (tenant_id, id) where role = 1;
