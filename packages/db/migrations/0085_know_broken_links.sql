-- Broken links in their order: PostgreSQL takes a null for no order, and read all links that lead somewhere.
create index know_links_broken on know_links (tenant_id, id) where target_page_id is null;
