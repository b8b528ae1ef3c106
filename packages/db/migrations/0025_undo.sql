-- What can be done can be undone: enough is kept of how things were before.

alter table moderation_actions drop constraint moderation_actions_action_check;
alter table moderation_actions add constraint moderation_actions_action_check check (
  action in ('warn', 'suspend', 'ban', 'shadow_ban', 'remove_content', 'dismiss', 'no_action',
    'lift_suspension', 'lift_ban', 'lift_shadow_ban', 'restore_content'));

-- A removal leaves alone what a withdrawal before it has written: taken back, the listing is withdrawn again.
alter table listings
  add column withdrawn_at timestamptz,
  add column withdrawn_from text,
  add column removed_by bigint,
  add column remove_reason text,
  add column removed_from text,
  add column hidden_before_removal boolean not null default false,
  add foreign key (tenant_id, removed_by) references users (tenant_id, id);

-- The bytes of a deleted file are kept for 30 days, and then removed; from purged_at on there is nothing to
-- take back. Those deleted before now have lost theirs, unless the task is still open.
alter table files add column purged_at timestamptz;
update files f set purged_at = f.deleted_at
where f.status = 'deleted' and not exists (
  select from file_tasks t
  where t.tenant_id = f.tenant_id and t.file_id = f.id and t.task = 'purge');

alter table file_tasks add column due_at timestamptz not null default now();
update file_tasks set due_at = created_at + interval '30 days', queued_at = null where task = 'purge';
create index file_tasks_due on file_tasks (due_at);
