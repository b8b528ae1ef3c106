-- An area may take no programs. Those that a community starts with and that are for something else do not.
alter table file_areas add column programs_allowed boolean not null default true;
update file_areas set programs_allowed = false where slug in ('documents', 'images');
