-- Questions of quizzes, with their right answers. Those that are deleted go: attempts keep what they asked.
create table learn_questions (
  tenant_id bigint not null,
  id bigint generated always as identity,
  activity_id bigint not null,
  kind text not null
    constraint learn_questions_kind check
      (kind in ('choice', 'several', 'order', 'match', 'short_text', 'number', 'essay', 'file_upload')),
  text_markdown text not null,
  points double precision not null,
  position integer not null,
  feedback_markdown text,
  -- The options, each with whether it is right and what it goes with; those of an order stand in the right one.
  options jsonb not null default '[]',
  -- The short texts that are right.
  accepted jsonb not null default '[]',
  number double precision,
  tolerance double precision,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, activity_id) references learn_activities (tenant_id, id)
);
create index learn_questions_activity on learn_questions (tenant_id, activity_id, position, id);
select isolate_tenant('learn_questions');
grant usage on sequence learn_questions_id_seq to mobieus_app;

-- What an attempt asks, as it was when it began, and what was answered.
create table learn_attempt_papers (
  tenant_id bigint not null,
  attempt_id bigint not null,
  items jsonb not null,
  answers jsonb not null default '{}',
  -- The points that somebody has given by hand, with comments.
  grades jsonb not null default '{}',
  primary key (tenant_id, attempt_id),
  foreign key (tenant_id, attempt_id) references learn_attempts (tenant_id, id)
);
select isolate_tenant('learn_attempt_papers');
