-- Mail to agents about tickets belongs to no message. pref_scope, pref_scope_id and event_key name the preference by
-- which the reader turns such mail off; mail that cannot be turned off has none.
alter table help_outgoing_mails
  drop constraint help_outgoing_mails_kind,
  add constraint help_outgoing_mails_kind check (kind in ('confirmation', 'reply', 'notification')),
  alter column ticket_message_id drop not null,
  add column pref_scope text
    constraint help_outgoing_mails_pref_scope check (pref_scope in ('agent', 'requester')),
  add column pref_scope_id bigint,
  add column event_key text,
  add constraint help_outgoing_mails_pref check (
    (pref_scope is null) = (event_key is null) and (pref_scope is null) = (pref_scope_id is null));

-- The newest mail to the requester of a ticket, which answers are threaded by.
create index help_outgoing_mails_requester on help_outgoing_mails (tenant_id, ticket_id, id)
  where kind <> 'notification';

-- Tenants that send mail read their log for it, from here on.
insert into event_cursors (tenant_id, subscriber, position)
select a.tenant_id, 'help-notifications', coalesce(max(c.value), 0)
from help_email_accounts a left join counters c on c.tenant_id = a.tenant_id and c.name = 'events'
group by a.tenant_id order by a.tenant_id
on conflict do nothing returning 1;
