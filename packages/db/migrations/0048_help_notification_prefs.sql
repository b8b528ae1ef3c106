-- Who is told of what, and by which way: of the tenant (scope_id 0), of an agent, of a requester. What has no
-- row holds as the scope above says.
create table help_notification_prefs (
  tenant_id bigint not null,
  id bigint generated always as identity,
  scope text not null
    constraint help_notification_prefs_of check (scope in ('tenant_default', 'agent', 'requester')),
  scope_id bigint not null,
  event_key text not null,
  channel text not null,
  enabled boolean not null,
  primary key (tenant_id, id),
  constraint help_notification_prefs_scope unique (tenant_id, scope, scope_id, event_key, channel),
  constraint help_notification_prefs_tenant check ((scope = 'tenant_default') = (scope_id = 0))
);
select isolate_tenant('help_notification_prefs');
