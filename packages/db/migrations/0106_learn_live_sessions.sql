-- Live sessions of courses. A session's status follows from its times and the clock; only that it is cancelled is kept.
-- local_time says how the local time was read that it was scheduled by; sequence counts changes, for calendars.
create table learn_live_sessions (
  tenant_id bigint not null,
  id bigint generated always as identity,
  course_id bigint not null,
  title text not null,
  description text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  timezone text not null,
  local_time text not null
    constraint learn_live_sessions_local_time check (local_time in ('exact', 'skipped', 'repeated')),
  join_url text not null,
  host_user_id bigint not null,
  capacity integer,
  present_count integer not null default 0,
  attendee_count integer not null default 0,
  sequence integer not null default 0,
  recording_url text,
  recording_seconds integer,
  recorded_at timestamptz,
  cancel_reason text,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint learn_live_sessions_times check (ends_at > starts_at),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, host_user_id) references users (tenant_id, id)
);
create index learn_live_sessions_listed on learn_live_sessions (tenant_id, starts_at, id);
create index learn_live_sessions_course on learn_live_sessions (tenant_id, course_id, starts_at, id);
create index learn_live_sessions_host on learn_live_sessions (tenant_id, host_user_id, starts_at);
select isolate_tenant('learn_live_sessions');
grant usage on sequence learn_live_sessions_id_seq to mobieus_app;

-- Visits of live sessions: each from joining until leaving, several of one member where the connection broke.
create table learn_live_visits (
  tenant_id bigint not null,
  id bigint generated always as identity,
  session_id bigint not null,
  user_id bigint not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, session_id) references learn_live_sessions (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create unique index learn_live_visits_present on learn_live_visits (tenant_id, session_id, user_id)
  where left_at is null;
create index learn_live_visits_listed on learn_live_visits (tenant_id, session_id, id);
create index learn_live_visits_user on learn_live_visits (tenant_id, session_id, user_id, id);
create index on learn_live_visits (tenant_id, user_id);
select isolate_tenant('learn_live_visits');
grant usage on sequence learn_live_visits_id_seq to mobieus_app;

-- Addresses at which calendars read a member's live sessions. The token is told once; only its SHA-256 is kept.
create table learn_calendar_feeds (
  tenant_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  label text not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint learn_calendar_feeds_token unique (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index learn_calendar_feeds_user on learn_calendar_feeds (tenant_id, user_id, id);
create index learn_calendar_feeds_working on learn_calendar_feeds (tenant_id, user_id) where revoked_at is null;
select isolate_tenant('learn_calendar_feeds');
grant usage on sequence learn_calendar_feeds_id_seq to mobieus_app;
