-- What lists and jobs look for, each as an index in the order in which it is asked for: nobody walks over all
-- that ever happened to find the little that is left of it.

-- The list of members, of whom half may have left; those whose grace is running or over.
create index users_page on users (tenant_id, id desc) where deletion_scheduled_at is null;
create index users_leaving on users (tenant_id, deletion_scheduled_at, id)
  where deletion_scheduled_at is not null and anonymised_at is null;
-- Whom a link to the console is for when nobody is named.
create index users_staff on users (tenant_id, role desc, id) where role >= 3;

create index files_quarantined on files (tenant_id, storage_key) where status = 'quarantined';

-- Secrets that a rotation has given an end.
create index api_key_directory_ending on api_key_directory (tenant_id, valid_until)
  where valid_until is not null;

-- Tasks whose job has been made, and may have died.
create index file_tasks_queued on file_tasks (queued_at) where queued_at is not null;

-- Keys are never removed, and the list of them tells how many there are.
insert into counters (tenant_id, name, value)
select tenant_id, 'api_keys', count(*) from api_keys group by tenant_id
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;
