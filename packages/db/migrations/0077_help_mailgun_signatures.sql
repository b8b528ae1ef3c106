-- The key with which Mailgun signs what it posts, sealed under APP_SECRET.
alter table help_email_accounts
  add column mailgun_signing_key text,
  add column mailgun_signing_key_set_at timestamptz,
  add constraint help_email_accounts_mailgun check (
    (mailgun_signing_key is null) = (mailgun_signing_key_set_at is null));

-- Tokens of signatures that have been used, by their SHA-256, kept for longer than a signature counts.
create table help_mailgun_tokens (
  tenant_id bigint not null,
  token_hash bytea not null,
  used_at timestamptz not null,
  primary key (tenant_id, token_hash),
  constraint help_mailgun_tokens_hashed check (octet_length(token_hash) = 32)
);
create index help_mailgun_tokens_used on help_mailgun_tokens (tenant_id, used_at);
select isolate_tenant('help_mailgun_tokens');
