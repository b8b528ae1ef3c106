-- A function that runs as its owner must find nothing that the caller has made: the temporary schema
-- is searched first unless it is named, and then last.
alter function tenants_with_webhook_work(timestamptz)
  set search_path = pg_catalog, public, pg_temp;

-- Nothing of ours makes temporary tables.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;
