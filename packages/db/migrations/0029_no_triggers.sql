-- What processes keep in memory is announced by the write that changes it, in the same transaction: a table
-- with triggers cannot be spread over several machines, and on one of those a trigger's notice is not heard.
drop trigger key_changed on api_keys;
drop trigger key_left on api_keys;
drop trigger key_scopes_changed on api_key_scopes;
drop trigger key_owner_renamed on users;
drop trigger tenant_appeared_or_left on tenants;
drop trigger tenant_changed on tenants;
drop function notify_key_changed();
drop function notify_key_scopes_changed();
drop function notify_key_owner_renamed();
drop function notify_tenant_changed();
