-- Pages are listed by tag from here, with their author, and counted by tag. Pages that no list shows have no rows.
alter table know_page_tags add column author_id bigint;
delete from know_page_tags m using know_pages p
  where p.tenant_id = m.tenant_id and p.id = m.page_id and (p.hidden or p.status <> 'published');
update know_page_tags m set author_id = p.author_id from know_pages p
  where p.tenant_id = m.tenant_id and p.id = m.page_id;
create index know_page_tags_author on know_page_tags (tenant_id, author_id, tag_key, page_id);

insert into counters (tenant_id, name, value)
  select tenant_id, 'know_tagged_pages', count(*) from know_page_tags group by tenant_id
  union all
  select tenant_id, 'know_tagged_pages.tag=' || tag_key, count(*) from know_page_tags group by tenant_id, tag_key;
