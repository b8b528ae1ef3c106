-- Whether members found a page helpful: a vote each. Those of shadow-banned members are kept, and not counted.
create table know_votes (
  tenant_id bigint not null,
  page_id bigint not null,
  user_id bigint not null,
  is_helpful boolean not null,
  is_counted boolean not null,
  voted_at timestamptz not null,
  primary key (tenant_id, page_id, user_id),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index know_votes_unhelpful on know_votes (tenant_id, voted_at) where not is_helpful and is_counted;
select isolate_tenant('know_votes');

alter table know_pages
  add column view_count bigint not null default 0,
  add column helpful_count integer not null default 0,
  add column unhelpful_count integer not null default 0;

-- The pages that most of the newest unhelpful votes since a time are about. The help desk asks it for gaps of the
-- knowledge base: surfaces do not read each other's tables.
create function weak_know_pages(of_tenant bigint, since timestamptz, most integer)
returns table (slug text, title text, unhelpful_votes integer, helpful_count integer, unhelpful_count integer,
  view_count bigint)
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select p.slug, p.title, v.votes, p.helpful_count, p.unhelpful_count, p.view_count
  from (
    select n.page_id, count(*)::integer as votes
    from (
      select page_id from know_votes
      where tenant_id = of_tenant and not is_helpful and is_counted and voted_at >= since
      order by voted_at desc limit 1000) n
    group by n.page_id order by votes desc, n.page_id desc limit most) v
  join know_pages p on p.tenant_id = of_tenant and p.id = v.page_id
  where p.status = 'published' and not p.hidden
  order by v.votes desc, p.id desc;
end
$$;
revoke execute on function weak_know_pages from public;
grant execute on function weak_know_pages to mobieus_app;
