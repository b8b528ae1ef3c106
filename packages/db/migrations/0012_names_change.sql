-- A unique index that a foreign key could refer to makes its columns part of the row's key: to rename a
-- member then took a lock that waits for every post being written in the member's name, while each of these
-- waits for the row to count itself: a deadlock. An index with a condition is none of those, even one whose
-- condition always holds.
alter table users drop constraint users_tenant_id_username_key_key;
alter table users drop constraint users_tenant_id_email_key_key;
create unique index users_tenant_id_username_key_key on users (tenant_id, username_key)
  where username_key is not null;
create unique index users_tenant_id_email_key_key on users (tenant_id, email_key)
  where email_key is not null;

-- What processes keep of a key tells the name of whose key it is.
create function notify_key_owner_renamed() returns trigger language plpgsql as $$
declare
  key_id bigint;
begin
  for key_id in select id from api_keys where tenant_id = new.tenant_id and user_id = new.id loop
    perform pg_notify('mobieus_changed', 'key:' || new.tenant_id || ':' || key_id);
  end loop;
  return null;
end
$$;

create trigger key_owner_renamed after update of username on users
  for each row when (old.username is distinct from new.username)
  execute function notify_key_owner_renamed();
