-- The words of subjects (message_id 0) and messages. Each begins with the tenant's id, so that the index of all
-- tenants leads to one tenant's alone. Beside the stems of the tenant's language stand the words as they are
-- written: they are found after the language is changed, and by names that no language knows.
create table help_ticket_words (
  tenant_id bigint not null,
  ticket_id bigint not null,
  message_id bigint not null,
  words tsvector not null,
  primary key (tenant_id, ticket_id, message_id),
  foreign key (tenant_id, ticket_id) references help_tickets (tenant_id, id) on delete cascade
);
-- What has not been sorted in yet is read by every search, so it stays short.
create index help_ticket_words_words on help_ticket_words using gin (words) with (gin_pending_list_limit = 256);
select isolate_tenant('help_ticket_words');

-- Weight A is a subject's, D a message's. A word of more than 500 bytes is none.
create function help_words(of_tenant bigint, in_language regconfig, weight text, body text)
returns tsvector language plpgsql immutable as $$
begin
  return coalesce((
      select string_agg(
        '''' || replace(replace(of_tenant || ':' || lexeme, '\', '\\'), '''', '''''') || ''':'
          || array_to_string(array(select p || weight from unnest(positions) p), ','), ' ')
      from unnest(to_tsvector(in_language, body)) where octet_length(lexeme) <= 500
    ), '')::tsvector
    || array_to_tsvector(array(
      select of_tenant || ':' || word from unnest(tsvector_to_array(to_tsvector('simple', body))) word
      where octet_length(word) <= 500));
end
$$;

-- A search as people type it: words, "phrases", or, -without.
create function help_query(in_language regconfig, asked text)
returns tsquery language plpgsql immutable as $$
begin
  return websearch_to_tsquery(in_language, asked) || websearch_to_tsquery('simple', asked);
end
$$;

-- The tickets that a search and the filters find, at most so many: the newest, where more are found. It runs as the
-- owner of the tables, because PostgreSQL takes no index of words below a policy, and holds the tenant against the
-- transaction's as the policy does. First it looks whether all hits fit. Otherwise it looks among the newest 8,192
-- tickets, then among the newest 65,536, and at last among all, until it has enough: what very many tickets have is
-- not ranked as a whole.
create function search_help_tickets(
  of_tenant bigint, in_language regconfig, asked text, most integer,
  in_statuses text[], with_priority text, in_queue bigint, of_assignee bigint, is_assigned boolean,
  of_requesters bigint[], with_tag bigint, since timestamptz, in_sla_state text)
returns table (ticket_id bigint, message_id bigint, rank integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wanted tsquery := help_query(in_language, asked);
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
  if in_sla_state is not null then filters := filters || ' and t.sla_state = $11'; end if;
  hits := 'select w.ticket_id from help_ticket_words w '
    || case when filters = '' then '' else
      'join help_tickets t on t.tenant_id = $1 and t.id = w.ticket_id ' end
    || 'where w.tenant_id = $1 and w.words @@ $2' || filters;
  execute 'select array_agg(h.ticket_id) from (' || hits || ' limit $10) h' into found
    using of_tenant, wanted, in_statuses, with_priority, in_queue, of_assignee, of_requesters, with_tag,
      since, most + 1, in_sla_state;
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
          since, most, in_sla_state, lowest;
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
revoke execute on function search_help_tickets from public;
grant execute on function search_help_tickets to mobieus_app;

-- Tickets that are there already are found in English, which is the language of a tenant that says none.
insert into help_ticket_words (tenant_id, ticket_id, message_id, words)
select tenant_id, id, 0, help_words(tenant_id, 'english', 'A', subject) from help_tickets
returning 1;
insert into help_ticket_words (tenant_id, ticket_id, message_id, words)
select tenant_id, ticket_id, id, help_words(tenant_id, 'english', 'D', body)
from help_ticket_messages where body is not null
returning 1;
