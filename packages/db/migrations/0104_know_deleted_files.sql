-- Exports and imports that members have deleted, until their bytes and results are gone as well. They have ended, and
-- are shown no more.
alter table know_exports add column deleted_at timestamptz;
alter table know_imports add column deleted_at timestamptz;
