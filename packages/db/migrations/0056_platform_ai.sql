-- The model that a tenant asks: its own key, sealed, where it is asked, what it may be asked and may cost. A key
-- that was removed leaves key_set_at, and without a row there never was one. Prices are those of a million tokens.
create table ai_settings (
  tenant_id bigint not null,
  api_key text,
  key_set_at timestamptz,
  base_url text,
  model text not null,
  hooks text[] not null default '{}',
  monthly_cap_cents integer constraint ai_settings_cap check (monthly_cap_cents >= 0),
  calls_per_minute integer not null,
  prices json not null default '[]',
  primary key (tenant_id)
);
select isolate_tenant('ai_settings');

-- Every call of the model. It is written before the call, with what it may cost at most, and gets its outcome when it
-- has ended: a call whose process dies is still counted, as lost. Money is in billionths of a US dollar.
create table ai_calls (
  tenant_id bigint not null,
  id bigint generated always as identity,
  hook text not null,
  prompt text not null,
  model text not null,
  user_id bigint not null,
  ticket_id bigint,
  is_repair boolean not null,
  started_at timestamptz not null,
  reserved bigint not null,
  outcome text,
  duration_ms integer,
  input_tokens bigint not null default 0,
  cache_write_tokens bigint not null default 0,
  cache_read_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  cost bigint not null default 0,
  primary key (tenant_id, id),
  constraint ai_calls_ended check ((outcome is null) = (duration_ms is null)),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index ai_calls_open on ai_calls (tenant_id, started_at) where outcome is null;
create index ai_calls_started on ai_calls (tenant_id, started_at);
create index ai_calls_hook on ai_calls (tenant_id, hook, id);
create index ai_calls_outcome on ai_calls (tenant_id, outcome, id);
create index ai_calls_hook_outcome on ai_calls (tenant_id, hook, outcome, id);
select isolate_tenant('ai_calls');
grant usage on sequence ai_calls_id_seq to mobieus_app;

-- What a month has cost, by hook and model: the sums of the calls that have ended. It is kept for good.
create table ai_usage (
  tenant_id bigint not null,
  month date not null,
  hook text not null,
  model text not null,
  calls bigint not null,
  failed_calls bigint not null,
  input_tokens bigint not null,
  cache_write_tokens bigint not null,
  cache_read_tokens bigint not null,
  output_tokens bigint not null,
  cost bigint not null,
  primary key (tenant_id, month, hook, model)
);
select isolate_tenant('ai_usage');
