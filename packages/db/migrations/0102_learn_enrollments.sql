-- Enrollments: a member in a course, at most one of them active at a time.
create table learn_enrollments (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  course_id bigint not null,
  cohort_id bigint,
  status text not null default 'active'
    constraint learn_enrollments_status check (status in ('active', 'completed', 'cancelled', 'expired')),
  progress_pct integer not null default 0,
  score_pct double precision,
  enrolled_at timestamptz not null,
  expires_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, cohort_id) references learn_cohorts (tenant_id, id)
);
create unique index learn_enrollments_active on learn_enrollments (tenant_id, user_id, course_id)
  where status = 'active';
create index learn_enrollments_by_status on learn_enrollments (tenant_id, status, id);
create index learn_enrollments_course on learn_enrollments (tenant_id, course_id, id);
create index learn_enrollments_course_status on learn_enrollments (tenant_id, course_id, status, id);
create index learn_enrollments_user on learn_enrollments (tenant_id, user_id, course_id, status, id);
create index learn_enrollments_user_listed on learn_enrollments (tenant_id, user_id, id);
create index learn_enrollments_user_status on learn_enrollments (tenant_id, user_id, status, id);
create index learn_enrollments_cohort on learn_enrollments (tenant_id, cohort_id) where cohort_id is not null;
create index learn_enrollments_expiring on learn_enrollments (tenant_id, expires_at)
  where status = 'active' and expires_at is not null;
select isolate_tenant('learn_enrollments');
grant usage on sequence learn_enrollments_id_seq to mobieus_app;

-- How far an enrollment has come with each activity.
create table learn_progress (
  tenant_id bigint not null,
  enrollment_id bigint not null,
  activity_id bigint not null,
  state text not null
    constraint learn_progress_state check (state in ('started', 'completed', 'passed', 'failed')),
  score_pct double precision,
  seconds integer not null default 0,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  primary key (tenant_id, enrollment_id, activity_id),
  foreign key (tenant_id, enrollment_id) references learn_enrollments (tenant_id, id),
  foreign key (tenant_id, activity_id) references learn_activities (tenant_id, id)
);
create index learn_progress_activity on learn_progress (tenant_id, activity_id);
select isolate_tenant('learn_progress');

create table learn_attempts (
  tenant_id bigint not null,
  id bigint generated always as identity,
  activity_id bigint not null,
  enrollment_id bigint not null,
  user_id bigint not null,
  number integer not null,
  status text not null
    constraint learn_attempts_status check
      (status in ('in_progress', 'submitted', 'pending_review', 'graded', 'abandoned')),
  score_pct double precision,
  passed boolean,
  answers jsonb,
  started_at timestamptz not null,
  due_at timestamptz,
  submitted_at timestamptz,
  graded_at timestamptz,
  primary key (tenant_id, id),
  constraint learn_attempts_number unique (tenant_id, enrollment_id, activity_id, number),
  foreign key (tenant_id, activity_id) references learn_activities (tenant_id, id),
  foreign key (tenant_id, enrollment_id) references learn_enrollments (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index learn_attempts_by_status on learn_attempts (tenant_id, status, id);
create index learn_attempts_activity on learn_attempts (tenant_id, activity_id, id);
create index learn_attempts_activity_status on learn_attempts (tenant_id, activity_id, status, id);
create index learn_attempts_user on learn_attempts (tenant_id, user_id, id);
create index learn_attempts_user_activity on learn_attempts (tenant_id, user_id, activity_id, status, id);
create index learn_attempts_user_status on learn_attempts (tenant_id, user_id, status, id);
create index learn_attempts_enrollment on learn_attempts (tenant_id, enrollment_id, id);
create index learn_attempts_due on learn_attempts (tenant_id, due_at)
  where status = 'in_progress' and due_at is not null;
select isolate_tenant('learn_attempts');
grant usage on sequence learn_attempts_id_seq to mobieus_app;
