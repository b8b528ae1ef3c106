-- Secrets of webhooks and of e-mail accounts that a rotation has replaced are forgotten once their grace is over.
create index webhook_endpoints_grace on webhook_endpoints (tenant_id, previous_secret_expires_at)
  where previous_secret_expires_at is not null;
create index help_email_accounts_in_grace on help_email_accounts (tenant_id, previous_secret_expires_at)
  where previous_secret_expires_at is not null;
insert into work_due (tenant_id, kind, due_at)
select tenant_id, 'purgeWebhookSecrets', min(previous_secret_expires_at)
from webhook_endpoints where previous_secret_expires_at is not null group by tenant_id
on conflict do nothing;
insert into work_due (tenant_id, kind, due_at)
select tenant_id, 'purgeInboundSecrets', min(previous_secret_expires_at)
from help_email_accounts where previous_secret_expires_at is not null group by tenant_id
on conflict do nothing;
