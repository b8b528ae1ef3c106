-- The requester's rating of a ticket. They are asked by mail some time after it was resolved, once; rated_at is when
-- they first said something.
alter table help_tickets
  add column survey_sent_at timestamptz,
  add column rating text constraint help_tickets_rating check (rating in ('good', 'bad')),
  add column rating_comment text,
  add column rated_at timestamptz;
create index help_tickets_rating_id on help_tickets (tenant_id, rating, id) where rating is not null;

alter table help_outgoing_mails
  drop constraint help_outgoing_mails_kind,
  add constraint help_outgoing_mails_kind check (kind in ('confirmation', 'reply', 'notification', 'survey'));

-- Searches know the filter as well.
do $$
declare
  was text := pg_get_functiondef('search_help_tickets'::regproc);
  is_now text := replace(was, 'is_snoozed boolean)', 'is_snoozed boolean, with_rating text)');
begin
  is_now := replace(is_now, '  if in_sla_state is not null',
    '  if with_rating is not null then filters := filters || format('' and t.rating = %L'', with_rating); end if;
  if in_sla_state is not null');
  if is_now not like '%with_rating text)%' or is_now not like '%t.rating%' then
    raise exception 'search_help_tickets is another than was thought';
  end if;
  drop function search_help_tickets;
  execute is_now;
end
$$;
revoke execute on function search_help_tickets from public;
grant execute on function search_help_tickets to mobieus_app;
