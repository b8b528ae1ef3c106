-- Mail is listed by what became of it. state is its status as the lists tell it: a mail that is being sent waits.
alter table help_outgoing_mails
  drop constraint help_outgoing_mails_status,
  add constraint help_outgoing_mails_status
    check (status in ('pending', 'sending', 'sent', 'failed', 'bounced', 'cancelled')),
  add column state text generated always as (case status when 'sending' then 'pending' else status end) stored,
  add column to_key text generated always as (lower(to_email)) stored;
create index help_outgoing_mails_state on help_outgoing_mails (tenant_id, state, id);
create index help_outgoing_mails_recipient on help_outgoing_mails (tenant_id, to_key, id);
drop index help_outgoing_mails_kept;
create index help_outgoing_mails_kept on help_outgoing_mails (tenant_id, created_at)
  where text is not null and status in ('sent', 'failed', 'bounced', 'cancelled');

create index help_inbound_mails_account on help_inbound_mails (tenant_id, account_id, id);
create index help_inbound_mails_action on help_inbound_mails (tenant_id, action, id);
create index help_inbound_mails_account_action on help_inbound_mails (tenant_id, account_id, action, id);

insert into counters (tenant_id, name, value)
select tenant_id, 'help_outgoing_mails', count(*) from help_outgoing_mails group by tenant_id
union all
select tenant_id, 'help_outgoing_mails.status=' || state, count(*) from help_outgoing_mails group by tenant_id, state
union all
select tenant_id, 'help_inbound_mails', count(*) from help_inbound_mails group by tenant_id
union all
select tenant_id, 'help_inbound_mails.account_id=' || account_id, count(*)
from help_inbound_mails group by tenant_id, account_id
union all
select tenant_id, 'help_inbound_mails.action=' || action, count(*)
from help_inbound_mails where action is not null group by tenant_id, action
union all
select tenant_id, 'help_inbound_mails.account_id=' || account_id || '&action=' || action, count(*)
from help_inbound_mails where action is not null group by tenant_id, account_id, action
on conflict (tenant_id, name) do update set value = excluded.value
returning 1;

-- The ids of the mails that the documentation speaks of are taken out of the sequences, as those of other things are.
grant usage on sequence help_outgoing_mails_id_seq, help_inbound_mails_id_seq to mobieus_app;
