-- Courses of Learn: course, module, lesson, activity. A course that is edited keeps its row; its version counts what was
-- published. Parts that are deleted stay as rows, because progress and attempts refer to them.
create table learn_courses (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  title text not null,
  subtitle text,
  summary text,
  -- BCP 47
  language text not null,
  status text not null default 'draft'
    constraint learn_courses_status check (status in ('draft', 'in_review', 'published', 'archived')),
  version_number integer not null default 1,
  -- The version that was published last.
  published_version integer,
  completion_rule text not null default 'required_activities'
    constraint learn_courses_completion check (completion_rule in
      ('required_activities', 'all_activities', 'min_score', 'manual')),
  -- The score that the rule `min_score` asks for.
  completion_min_score_pct double precision,
  estimated_minutes integer,
  credit_hours double precision,
  credit_kind text,
  credit_expires_after_months integer,
  author_id bigint not null,
  -- Made by a shadow-banned member: it is in no list.
  hidden boolean not null default false,
  module_count integer not null default 0,
  lesson_count integer not null default 0,
  activity_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  archived_at timestamptz,
  primary key (tenant_id, id),
  constraint learn_courses_slug unique (tenant_id, slug),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index learn_courses_listed on learn_courses (tenant_id, id) where not hidden;
create index learn_courses_by_status on learn_courses (tenant_id, status, id) where not hidden;
create index learn_courses_author on learn_courses (tenant_id, author_id, id) where not hidden;
create index learn_courses_author_status on learn_courses (tenant_id, author_id, status, id) where not hidden;
select isolate_tenant('learn_courses');
grant usage on sequence learn_courses_id_seq to mobieus_app;

create table learn_modules (
  tenant_id bigint not null,
  id bigint generated always as identity,
  course_id bigint not null,
  title text not null,
  summary text,
  position integer not null,
  lesson_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id)
);
create index learn_modules_course on learn_modules (tenant_id, course_id, position, id) where deleted_at is null;
select isolate_tenant('learn_modules');
grant usage on sequence learn_modules_id_seq to mobieus_app;

create table learn_lessons (
  tenant_id bigint not null,
  id bigint generated always as identity,
  course_id bigint not null,
  module_id bigint not null,
  title text not null,
  content_markdown text not null default '',
  estimated_minutes integer,
  position integer not null,
  activity_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, module_id) references learn_modules (tenant_id, id)
);
create index learn_lessons_module on learn_lessons (tenant_id, module_id, position, id) where deleted_at is null;
create index learn_lessons_course on learn_lessons (tenant_id, course_id) where deleted_at is null;
select isolate_tenant('learn_lessons');
grant usage on sequence learn_lessons_id_seq to mobieus_app;

-- Packages of SCORM and cmi5. The manifest is kept as it was read; the files are in the storage below the key.
create table learn_scorm_packages (
  tenant_id bigint not null,
  id bigint generated always as identity,
  title text not null,
  standard text
    constraint learn_scorm_packages_standard check
      (standard in ('scorm_1_2', 'scorm_2004_3rd', 'scorm_2004_4th', 'cmi5')),
  status text not null
    constraint learn_scorm_packages_status check (status in ('processing', 'ready', 'failed')),
  -- Why it failed.
  failure text,
  course_id bigint,
  uploader_id bigint not null,
  file_name text not null,
  storage_key text,
  size_bytes bigint not null,
  file_count integer not null default 0,
  launch_path text,
  manifest jsonb,
  warnings jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, uploader_id) references users (tenant_id, id)
);
create index learn_scorm_packages_by_status on learn_scorm_packages (tenant_id, status, id);
select isolate_tenant('learn_scorm_packages');
grant usage on sequence learn_scorm_packages_id_seq to mobieus_app;

create table learn_activities (
  tenant_id bigint not null,
  id bigint generated always as identity,
  course_id bigint not null,
  lesson_id bigint not null,
  kind text not null
    constraint learn_activities_kind check
      (kind in ('page', 'quiz', 'assignment', 'scorm', 'cmi5', 'live_session', 'link')),
  title text not null,
  position integer not null,
  is_required boolean not null default true,
  -- Of a page or an assignment, and the address of a link.
  content_markdown text,
  url text,
  scorm_package_id bigint,
  release_rule_kind text not null default 'open'
    constraint learn_activities_release check (release_rule_kind in ('open', 'date', 'prerequisite', 'score')),
  release_after_at timestamptz,
  release_activity_id bigint,
  release_min_score_pct double precision,
  -- Of what is assessed; null is without limit.
  max_attempts integer,
  time_limit_seconds integer,
  scoring_method text not null default 'highest'
    constraint learn_activities_scoring check (scoring_method in ('highest', 'latest', 'first', 'average')),
  pass_mark_pct double precision,
  feedback_timing text not null default 'after_submission'
    constraint learn_activities_feedback check
      (feedback_timing in ('immediate', 'after_submission', 'after_grading', 'never')),
  review_rule text not null default 'always'
    constraint learn_activities_review check
      (review_rule in ('always', 'after_pass', 'after_last_attempt', 'never')),
  shuffle_items boolean not null default false,
  shuffle_options boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, lesson_id) references learn_lessons (tenant_id, id),
  foreign key (tenant_id, release_activity_id) references learn_activities (tenant_id, id),
  foreign key (tenant_id, scorm_package_id) references learn_scorm_packages (tenant_id, id)
);
create index learn_activities_lesson on learn_activities (tenant_id, lesson_id, position, id) where deleted_at is null;
create index learn_activities_course on learn_activities (tenant_id, course_id, id) where deleted_at is null;
create index learn_activities_released_by on learn_activities (tenant_id, release_activity_id)
  where release_activity_id is not null;
create index learn_activities_package on learn_activities (tenant_id, scorm_package_id)
  where scorm_package_id is not null;
select isolate_tenant('learn_activities');
grant usage on sequence learn_activities_id_seq to mobieus_app;
