-- A change of the language that searches know: texts are brought to it in batches, first all of them in the order of
-- their tickets, then those of tickets that have changed since. Meanwhile searches look for the forms of the former
-- languages as well.
create table help_reindexings (
  tenant_id bigint primary key,
  former text[] not null,
  began_at timestamptz not null,
  -- How far it has come: by tickets and messages, or in the second pass by the times of tickets.
  is_second_pass boolean not null default false,
  after_at timestamptz,
  after_ticket_id bigint not null default 0,
  after_message_id bigint not null default -1
);
select isolate_tenant('help_reindexings');

-- The search in the tenant's language, and in those that some texts are still in.
create function help_query_of(of_tenant bigint, in_language regconfig, asked text)
returns tsquery language plpgsql stable as $$
declare
  wanted tsquery := help_query(in_language, asked);
  former_language text;
begin
  for former_language in
    select unnest(former) from help_reindexings where tenant_id = of_tenant
  loop
    wanted := wanted || websearch_to_tsquery(former_language::regconfig, asked);
  end loop;
  return wanted;
end
$$;

do $$
declare
  was text := pg_get_functiondef('search_help_tickets'::regproc);
  is_now text := replace(was, 'help_query(in_language, asked)', 'help_query_of(of_tenant, in_language, asked)');
begin
  if is_now = was then raise exception 'search_help_tickets asks for no help_query'; end if;
  execute is_now;
end
$$;
