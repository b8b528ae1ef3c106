-- The activity of a course that a live session completes for those who attend it.
alter table learn_live_sessions add column activity_id bigint;
alter table learn_live_sessions add constraint learn_live_sessions_activity
  foreign key (tenant_id, activity_id) references learn_activities (tenant_id, id);
create index learn_live_sessions_activity on learn_live_sessions (tenant_id, activity_id, starts_at, id)
  where activity_id is not null;
