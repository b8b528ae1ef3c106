-- The tokens of identity providers, and the partition that a presented one belongs to, as keys have it. valid_until is
-- null for the secret that a token has now.
create table scim_token_directory (
  token_hash bytea primary key,
  tenant_id bigint not null,
  token_id bigint not null,
  valid_until timestamptz
);
create index on scim_token_directory (tenant_id, token_id);
grant select, insert, update, delete on scim_token_directory to mobieus_app;

create table scim_tokens (
  tenant_id bigint not null,
  id bigint generated always as identity,
  label text not null,
  prefix text not null,
  created_by bigint,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  rotated_at timestamptz,
  previous_secret_expires_at timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index on scim_tokens (tenant_id, created_by);
select isolate_tenant('scim_tokens');

-- Of a token's requests, as rate_windows has it for keys.
create table scim_token_windows (
  tenant_id bigint not null,
  key_id bigint not null,
  window_start timestamptz not null,
  used integer not null,
  granted integer not null,
  primary key (tenant_id, key_id),
  foreign key (tenant_id, key_id) references scim_tokens (tenant_id, id) on delete cascade
) with (fillfactor = 50);
select isolate_tenant('scim_token_windows');

-- The provisioning log. user_id is the member that a request was about, resource_id as the provider names it.
create table scim_requests (
  tenant_id bigint not null,
  id bigint generated always as identity,
  token_id bigint not null,
  operation text not null,
  resource_type text not null,
  resource_id text,
  user_id bigint,
  status smallint not null,
  request_id text not null,
  before jsonb,
  after jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, token_id) references scim_tokens (tenant_id, id)
);
create index on scim_requests (tenant_id, token_id, id);
create index on scim_requests (tenant_id, user_id, id);
create index on scim_requests (tenant_id, created_at);
select isolate_tenant('scim_requests');

-- The ids of the tokens and requests that the documentation speaks of are taken out of the sequences.
grant usage on sequence scim_tokens_id_seq, scim_requests_id_seq to mobieus_app;
