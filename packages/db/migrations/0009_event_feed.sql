-- A feed pages by position, whatever its types are, so that the cursor of one who follows the log is a
-- place in the log itself. type_position tells how many events of a type there are up to a place.
create index api_events_type on api_events (tenant_id, type, position) include (type_position);

-- What it replaces. Positions within a type are unique because the counter that gives them is locked.
alter table api_events drop constraint api_events_tenant_id_type_type_position_key;
drop index api_events_tenant_id_type_created_at_type_position_idx;
