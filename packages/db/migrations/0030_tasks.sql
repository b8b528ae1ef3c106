-- Work that rows ask for, of every surface: written down in the transaction that writes the row, and removed when
-- it is done, so no crash loses any. Who looks for it finds the tenant in work_due. due_at is when it is
-- to be done; while a worker has it in hand, when that worker is taken for dead. A task is told by what is
-- to be done and the row for which.
create table tasks (
  tenant_id bigint not null,
  kind text not null,
  subject_id bigint not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, kind, subject_id)
) with (fillfactor = 70);
create index tasks_due on tasks (tenant_id, due_at);
select isolate_tenant('tasks');

insert into tasks (tenant_id, kind, subject_id, due_at, created_at)
select tenant_id, task || '-file', file_id, due_at, created_at from file_tasks
order by tenant_id returning 1;
insert into work_due as w (tenant_id, kind, due_at)
select tenant_id, 'tasks', min(due_at) from tasks group by tenant_id
on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at)
returning 1;

drop table file_tasks;
