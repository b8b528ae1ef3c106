-- The tickets that a search and the filters find, at most so many: the newest, where more are found. It runs as the
-- owner of the tables, because PostgreSQL takes no index of words below a policy, and holds the tenant against the
-- transaction's as the policy does.
--
-- Where the filters leave few tickets, words are looked for in those; where few texts have the words, the filters
-- look at those. So a search costs what it finds, however many tickets a queue has: PostgreSQL does not know how
-- rare a word is, and would read the whole queue for a hundred hits. Only where both are many do they meet as
-- PostgreSQL thinks best, first to look whether all hits fit. Otherwise it looks among the newest 8,192 tickets, then
-- among the newest 65,536, and at last among all, until it has enough: what very many tickets have is not ranked as
-- a whole. It reads no table from its beginning, where the rows of other tenants may lie.
create or replace function search_help_tickets(
  of_tenant bigint, in_language regconfig, asked text, most integer,
  in_statuses text[], with_priority text, in_queue bigint, of_assignee bigint, is_assigned boolean,
  of_requesters bigint[], with_tag bigint, since timestamptz, in_sla_state text, is_snoozed boolean,
  with_rating text)
returns table (ticket_id bigint, message_id bigint, rank integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off as $$
declare
  wanted tsquery := help_query_of(of_tenant, in_language, asked);
  filters text := '';
  hits text;
  newest integer;
  lowest bigint;
  found bigint[];
begin
  if of_tenant is distinct from nullif(current_setting('app.tenant', true), '')::bigint then
    raise exception 'a search of another tenant';
  end if;
  if querytree(wanted) in ('', 'T') then
    return;
  end if;
  wanted := regexp_replace(wanted::text, '''((?:[^'']|'''')+)''', '''' || of_tenant || ':\1''', 'g')::tsquery;
  if in_statuses is not null then filters := filters || ' and t.status = any($3)'; end if;
  if with_priority is not null then filters := filters || ' and t.priority = $4'; end if;
  if in_queue is not null then filters := filters || ' and t.queue_id = $5'; end if;
  if of_assignee is not null then filters := filters || ' and t.assignee_id = $6'; end if;
  if is_assigned then filters := filters || ' and t.assignee_id is not null'; end if;
  if not is_assigned then filters := filters || ' and t.assignee_id is null'; end if;
  if of_requesters is not null then filters := filters || ' and t.requester_id = any($7)'; end if;
  if with_tag is not null then
    filters := filters || ' and exists (select from help_ticket_tags m
      where m.tenant_id = $1 and m.ticket_id = t.id and m.tag_id = $8)';
  end if;
  if since is not null then filters := filters || ' and t.updated_at >= $9'; end if;
  if is_snoozed then filters := filters || ' and t.snoozed_until is not null'; end if;
  if not is_snoozed then filters := filters || ' and t.snoozed_until is null'; end if;
  if with_rating is not null then filters := filters || ' and t.rating = $13'; end if;
  if in_sla_state is not null then filters := filters || ' and t.sla_state = $11'; end if;
  if filters <> '' then
    execute 'select array_agg(f.id) from (
        select t.id from help_tickets t where t.tenant_id = $1' || filters || ' limit $10) f' into found
      using of_tenant, wanted, in_statuses, with_priority, in_queue, of_assignee, of_requesters, with_tag,
        since, most + 1, in_sla_state, 0::bigint, with_rating;
  end if;
  if filters = '' or cardinality(found) > most then
    execute 'select array_agg(h.ticket_id) from (
        select w.ticket_id from help_ticket_words w where w.tenant_id = $1 and w.words @@ $2 limit $3) h' into found
      using of_tenant, wanted, most + 1;
    if filters <> '' and cardinality(found) <= most then
      execute 'select array_agg(t.id) from help_tickets t
          where t.tenant_id = $1 and t.id = any($14)' || filters into found
        using of_tenant, wanted, in_statuses, with_priority, in_queue, of_assignee, of_requesters, with_tag,
          since, most, in_sla_state, 0::bigint, with_rating, found;
    end if;
  end if;
  hits := 'select w.ticket_id from help_ticket_words w '
    || case when filters = '' then '' else
      'join help_tickets t on t.tenant_id = $1 and t.id = w.ticket_id ' end
    || 'where w.tenant_id = $1 and w.words @@ $2' || filters;
  if filters <> '' and cardinality(found) > most then
    execute 'select array_agg(h.ticket_id) from (' || hits || ' limit $10) h' into found
      using of_tenant, wanted, in_statuses, with_priority, in_queue, of_assignee, of_requesters, with_tag,
        since, most + 1, in_sla_state, 0::bigint, with_rating;
  end if;
  if cardinality(found) > most then
    foreach newest in array array[8192, 65536, 0] loop
      lowest := 0;
      if newest > 0 then
        select coalesce((select t.id from help_tickets t where t.tenant_id = of_tenant
          order by t.id desc offset newest - 1 limit 1), 0) into lowest;
      end if;
      execute 'select array_agg(h.ticket_id) from (' || hits
          || ' and w.ticket_id >= $12 order by w.ticket_id desc limit $10) h' into found
        using of_tenant, wanted, in_statuses, with_priority, in_queue, of_assignee, of_requesters, with_tag,
          since, most, in_sla_state, lowest, with_rating;
      exit when cardinality(found) = most or lowest = 0;
    end loop;
  end if;
  return query
    select r.ticket_id, (array_agg(r.message_id order by r.rank desc, r.message_id desc))[1], max(r.rank)
    from (
      select w.ticket_id, w.message_id, (ts_rank(w.words, wanted) * 1000000)::integer as rank
      from help_ticket_words w
      where w.tenant_id = of_tenant and w.ticket_id = any(found) and w.words @@ wanted
    ) r group by 1;
end
$$;
