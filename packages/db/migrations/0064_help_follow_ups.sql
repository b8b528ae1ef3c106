-- A ticket that follows one that was closed for good is a link, whoever opened it: mail kept a column of its own.
insert into help_ticket_links (tenant_id, ticket_id, other_id, kind)
select distinct e.tenant_id, e.ticket_id, e.other_id, e.kind
from help_inbound_mails m
cross join lateral (values
  (m.tenant_id, m.ticket_id, m.follows_ticket_id, 'follow_up_of'),
  (m.tenant_id, m.follows_ticket_id, m.ticket_id, 'followed_up_by')
) e (tenant_id, ticket_id, other_id, kind)
where m.follows_ticket_id is not null and m.ticket_id <> m.follows_ticket_id
on conflict (tenant_id, ticket_id, other_id) do update set kind = excluded.kind
returning 1;

alter table help_inbound_mails drop column follows_ticket_id;
