-- What the search reads: title and text of a published page without case and accents, a letter for each letter, and
-- the numbers of the parts of one, two and three letters that they have. The numbers are made of the tenant's id as
-- well, so that the index of all tenants leads to one tenant's rows alone. pg_trgm has neither tenants nor signs such
-- as %, and in some locales no letters but ASCII.
-- An edit ends a row and writes another; a caller who pages through hits sees the rows of the first page.
create table know_texts (
  tenant_id bigint not null,
  id bigint generated always as identity,
  page_id bigint not null,
  title_key text not null,
  slug text not null,
  body_key text not null,
  title_grams integer[] not null,
  grams integer[] not null,
  from_xid xid8 not null default pg_current_xact_id(),
  to_xid xid8,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id) on delete cascade
);
create index know_texts_page on know_texts (tenant_id, page_id);
create unique index know_texts_current on know_texts (tenant_id, page_id) where to_xid is null;
create index know_texts_title on know_texts (tenant_id, title_key, page_id);
create index know_texts_ended on know_texts (tenant_id, ended_at) where ended_at is not null;
-- What has not been sorted in yet is read by every search, so it stays short.
create index know_texts_grams on know_texts using gin (grams) with (gin_pending_list_limit = 256);
create index know_texts_title_grams on know_texts using gin (title_grams) with (gin_pending_list_limit = 256);
-- They are read where an index does not do, and never answer a list.
alter table know_texts alter column grams set storage external, alter column title_grams set storage external;
select isolate_tenant('know_texts');

-- The pages whose title or text has what is asked, at most so many, with their ranks: 3,000 for the title itself,
-- 2,000 for its beginning, 1,000 for a part of it, 500 for a whole word of the text, and one for each place in the
-- text, up to 99. It runs as the owner of the tables, because PostgreSQL takes no index of parts below a policy, and
-- holds the tenant against the transaction's as the policy does. First it looks whether all hits fit. Otherwise those
-- with it in the title come first, and then the newest: of what very many pages have, no more is read.
create function search_know(
  of_tenant bigint, asked text, asked_grams integer[], most integer, with_tag text, of_author bigint,
  seen pg_snapshot)
returns table (page_id bigint, rank integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  filters text := '';
  title_hits text;
  hits text;
  found bigint[];
  more bigint[];
  lowest bigint;
begin
  if of_tenant is distinct from nullif(current_setting('app.tenant', true), '')::bigint then
    raise exception 'a search of another tenant';
  end if;
  if with_tag is not null then
    filters := filters || ' and exists (select from know_page_tags m
      where m.tenant_id = $1 and m.page_id = t.page_id and m.tag_key = $4)';
  end if;
  if of_author is not null then
    filters := filters || ' and exists (select from know_pages p
      where p.tenant_id = $1 and p.id = t.page_id and p.author_id = $5)';
  end if;
  if seen is null then
    filters := filters || ' and t.to_xid is null';
  else
    filters := filters || ' and pg_visible_in_snapshot(t.from_xid, $6)
      and (t.to_xid is null or not pg_visible_in_snapshot(t.to_xid, $6))';
  end if;
  hits := 'select t.id from know_texts t where t.tenant_id = $1
    and (strpos(t.title_key, $2) > 0 or strpos(t.body_key, $2) > 0)' || filters;
  execute 'select array_agg(h.id) from (' || hits || ' and t.grams @> $3 limit $7) h' into found
    using of_tenant, asked, asked_grams, with_tag, of_author, seen, most + 1;
  if cardinality(found) > most then
    title_hits := 'select t.id from know_texts t where t.tenant_id = $1 and t.title_grams @> $3
      and strpos(t.title_key, $2) > 0' || filters;
    execute 'select array_agg(h.id) from (select t.id from know_texts t
        where t.tenant_id = $1 and t.title_key = $2' || filters || ' limit $7) h' into found
      using of_tenant, asked, asked_grams, with_tag, of_author, seen, most;
    execute 'select array_agg(h.id) from (' || title_hits || ' order by t.page_id desc limit $7) h' into more
      using of_tenant, asked, asked_grams, with_tag, of_author, seen, most;
    found := coalesce(found, '{}') || coalesce(more, '{}');
    if cardinality(found) < most then
      select coalesce((select t.page_id from know_texts t where t.tenant_id = of_tenant
        order by t.page_id desc offset 8191 limit 1), 0) into lowest;
      execute 'select array_agg(h.id) from (' || hits || ' and t.page_id >= $8
          order by t.page_id desc limit $7) h' into more
        using of_tenant, asked, asked_grams, with_tag, of_author, seen, most, lowest;
      if coalesce(cardinality(more), 0) < most and lowest > 0 then
        execute 'select array_agg(h.id) from (' || hits || ' and t.grams @> $3
            order by t.page_id desc limit $7) h' into more
          using of_tenant, asked, asked_grams, with_tag, of_author, seen, most;
      end if;
      found := found || coalesce(more, '{}');
    end if;
    found := array(select f.id from (
      select u.id, min(u.at) as at from unnest(found) with ordinality u (id, at) group by u.id
      order by 2 limit most) f);
  end if;
  return query
    select t.page_id,
      case when t.title_key = asked then 3000 when starts_with(t.title_key, asked) then 2000
        when strpos(t.title_key, asked) > 0 then 1000 else 0 end
      + case when strpos(' ' || b.head || ' ', ' ' || asked || ' ') > 0 then 500 else 0 end
      + least(99, (length(b.head) - length(replace(b.head, asked, ''))) / length(asked))
    from know_texts t, lateral (select left(t.body_key, 20000) as head) b
    where t.tenant_id = of_tenant and t.id = any(found);
end
$$;
revoke execute on function search_know from public;
grant execute on function search_know to mobieus_app;

-- The published pages whose title or slug has what is asked, the newest, at most so many.
create function find_know_titles(
  of_tenant bigint, asked text, asked_grams integer[], most integer, with_tag text, of_author bigint)
returns table (page_id bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if of_tenant is distinct from nullif(current_setting('app.tenant', true), '')::bigint then
    raise exception 'a search of another tenant';
  end if;
  return query execute 'select t.page_id from know_texts t where t.tenant_id = $1 and t.title_grams @> $3
      and (strpos(t.title_key, $2) > 0 or strpos(t.slug, $2) > 0) and t.to_xid is null'
    || case when with_tag is null then '' else ' and exists (select from know_page_tags m
      where m.tenant_id = $1 and m.page_id = t.page_id and m.tag_key = $4)' end
    || case when of_author is null then '' else ' and exists (select from know_pages p
      where p.tenant_id = $1 and p.id = t.page_id and p.author_id = $5)' end
    || ' order by t.page_id desc limit $6'
  using of_tenant, asked, asked_grams, with_tag, of_author, most;
end
$$;
revoke execute on function find_know_titles from public;
grant execute on function find_know_titles to mobieus_app;
