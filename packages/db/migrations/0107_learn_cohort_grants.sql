-- Cohorts of the source 'grant' have bought seats in a course. A reference of the purchase is kept for ever, so that a
-- grant that is sent again is the one that is there.
alter table learn_cohorts
  add column course_id bigint,
  add column buyer_user_id bigint,
  add column organization_name text,
  add column seat_count integer,
  add column seats_used integer not null default 0,
  add column source_reference text collate "C",
  add column starts_at timestamptz,
  add column expires_at timestamptz,
  add column metadata jsonb,
  add constraint learn_cohorts_seats check (seats_used between 0 and seat_count),
  add constraint learn_cohorts_granted check
    (source <> 'grant' or num_nulls(course_id, buyer_user_id, seat_count, source_reference) = 0),
  add foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  add foreign key (tenant_id, buyer_user_id) references users (tenant_id, id);
create unique index learn_cohorts_reference on learn_cohorts (tenant_id, source_reference);
create index learn_cohorts_listed on learn_cohorts (tenant_id, id) include (source) where deleted_at is null;
create index learn_cohorts_source on learn_cohorts (tenant_id, source, id) where deleted_at is null;
create index learn_cohorts_course on learn_cohorts (tenant_id, course_id, id) where deleted_at is null;
create index learn_cohorts_buyer on learn_cohorts (tenant_id, buyer_user_id, id) where deleted_at is null;

-- A member of a grant has a seat. One that is revoked stays as a row: its member does not take another.
alter table learn_cohort_members
  add column enrollment_id bigint,
  add column revoked_at timestamptz,
  add foreign key (tenant_id, enrollment_id) references learn_enrollments (tenant_id, id);
create index on learn_cohort_members (tenant_id, enrollment_id) where enrollment_id is not null;
create index learn_cohort_members_seated on learn_cohort_members (tenant_id, cohort_id, user_id)
  where revoked_at is null;

-- Addresses that a grant invites. A mail is written to each, and a worker sends it.
create table learn_cohort_invites (
  tenant_id bigint not null,
  id bigint generated always as identity,
  cohort_id bigint not null,
  email text not null,
  email_key text collate "C" not null,
  status text not null default 'pending'
    constraint learn_cohort_invites_status check (status in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  error text,
  user_id bigint,
  created_at timestamptz not null,
  sent_at timestamptz,
  redeemed_at timestamptz,
  primary key (tenant_id, id),
  constraint learn_cohort_invites_address unique (tenant_id, cohort_id, email_key),
  foreign key (tenant_id, cohort_id) references learn_cohorts (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index learn_cohort_invites_listed on learn_cohort_invites (tenant_id, cohort_id, id);
create index learn_cohort_invites_created on learn_cohort_invites (tenant_id, created_at);
create index on learn_cohort_invites (tenant_id, user_id) where user_id is not null;
select isolate_tenant('learn_cohort_invites');
grant usage on sequence learn_cohort_invites_id_seq to mobieus_app;
