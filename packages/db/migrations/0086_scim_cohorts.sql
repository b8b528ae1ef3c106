-- Cohorts of Learn. Those of the source 'api' are an identity provider's groups: only they are seen by SCIM. name_key
-- is the name as filters compare it, folded by the code that folds what they compare. A deleted cohort is gone at once,
-- and its members are removed in batches.
create table learn_cohorts (
  tenant_id bigint not null,
  id bigint generated always as identity,
  source text not null constraint learn_cohorts_source check (source in ('api', 'grant', 'manual')),
  name text not null,
  name_key text collate "C" not null,
  external_id text collate "C",
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
create index learn_cohorts_api on learn_cohorts (tenant_id, id) where source = 'api' and deleted_at is null;
create index learn_cohorts_api_name on learn_cohorts (tenant_id, name_key)
  where source = 'api' and deleted_at is null;
create index learn_cohorts_api_external on learn_cohorts (tenant_id, external_id)
  where source = 'api' and deleted_at is null;
create index learn_cohorts_api_created on learn_cohorts (tenant_id, created_at)
  where source = 'api' and deleted_at is null;
create index learn_cohorts_api_updated on learn_cohorts (tenant_id, updated_at)
  where source = 'api' and deleted_at is null;
create index learn_cohorts_deleted on learn_cohorts (tenant_id, deleted_at) where deleted_at is not null;
select isolate_tenant('learn_cohorts');

create table learn_cohort_members (
  tenant_id bigint not null,
  cohort_id bigint not null,
  user_id bigint not null,
  joined_at timestamptz not null,
  primary key (tenant_id, cohort_id, user_id),
  foreign key (tenant_id, cohort_id) references learn_cohorts (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index on learn_cohort_members (tenant_id, user_id, cohort_id);
select isolate_tenant('learn_cohort_members');

-- The id of the cohort that the documentation speaks of is taken out of the sequence, as those of other things are.
grant usage on sequence learn_cohorts_id_seq to mobieus_app;
