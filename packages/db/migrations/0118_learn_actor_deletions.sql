-- Requests to delete what the record store has of an agent. What names the agent goes with its last statement.
create table learn_actor_deletions (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  agent text,
  refs uuid[] not null,
  statements integer not null default 0,
  documents integer not null default 0,
  remaining integer,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select isolate_tenant('learn_actor_deletions');
grant usage on sequence learn_actor_deletions_id_seq to mobieus_app;
