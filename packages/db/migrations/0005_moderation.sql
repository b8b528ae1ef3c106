-- Reports, what moderators do about them, and what that does to members and content.
alter table users
  add column suspended_until timestamptz,
  add column shadow_banned_at timestamptz;

-- hidden: absent from lists, counters and events, because of who wrote it or because it was removed.
alter table posts add column hidden boolean not null default false;
alter table listings
  add column hidden boolean not null default false,
  add column removed_at timestamptz;

drop index posts_page, posts_thread_page, posts_forum_page, posts_author_page;
create index posts_page on posts (tenant_id, id desc) where deleted_at is null and not hidden;
create index posts_thread_page on posts (tenant_id, thread_id, id desc)
  where deleted_at is null and not hidden;
create index posts_forum_page on posts (tenant_id, forum_id, id desc)
  where deleted_at is null and not hidden;
create index posts_author_page on posts (tenant_id, author_id, id desc)
  where deleted_at is null and not hidden;

drop index listings_status_page, listings_seller_page, listings_category_page;
create index listings_page on listings (tenant_id, id desc) where not hidden;
create index listings_status_page on listings (tenant_id, status, id desc) where not hidden;
create index listings_seller_page on listings (tenant_id, seller_id, id desc) where not hidden;
create index listings_category_page on listings (tenant_id, category_id, id desc) where not hidden;

-- A report is about a member, and through at most one of the reported_*_id about something of theirs.
-- The foreign keys lock in this order, which is that of every write: content before members.
create table reports (
  tenant_id bigint not null,
  id bigint generated always as identity,
  reported_post_id bigint,
  reported_listing_id bigint,
  reported_user_id bigint not null,
  reporter_id bigint not null,
  reason_category text not null,
  details text,
  source_url text,
  status text not null default 'open'
    check (status in ('open', 'in_progress', 'resolved', 'dismissed')),
  resolution text,
  created_at timestamptz not null,
  resolved_at timestamptz,
  resolver_id bigint,
  check (num_nonnulls(reported_post_id, reported_listing_id) <= 1),
  check ((status in ('resolved', 'dismissed')) = (resolved_at is not null)),
  check ((resolved_at is null) = (resolver_id is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, reported_post_id) references posts (tenant_id, id),
  foreign key (tenant_id, reported_listing_id) references listings (tenant_id, id),
  foreign key (tenant_id, reported_user_id) references users (tenant_id, id),
  foreign key (tenant_id, reporter_id) references users (tenant_id, id),
  foreign key (tenant_id, resolver_id) references users (tenant_id, id)
);
create index reports_status_page on reports (tenant_id, status, id desc);
create index reports_reason_page on reports (tenant_id, reason_category, id desc);
create index reports_reported_page on reports (tenant_id, reported_user_id, id desc);
select isolate_tenant('reports');

-- Append-only, like the audit log.
create table moderation_actions (
  tenant_id bigint not null,
  id bigint generated always as identity,
  action text not null check (
    action in ('warn', 'suspend', 'ban', 'shadow_ban', 'remove_content', 'dismiss', 'no_action')),
  target_kind text not null,
  target_id bigint not null,
  target_user_id bigint not null,
  report_id bigint,
  duration_hours integer check (duration_hours >= 1),
  reason text,
  actor_id bigint not null,
  created_at timestamptz not null,
  check ((action = 'suspend') = (duration_hours is not null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references reports (tenant_id, id),
  foreign key (tenant_id, target_user_id) references users (tenant_id, id),
  foreign key (tenant_id, actor_id) references users (tenant_id, id)
);
create index moderation_actions_action_page on moderation_actions (tenant_id, action, id desc);
create index moderation_actions_target_page on moderation_actions (tenant_id, target_user_id, id desc);
select isolate_tenant('moderation_actions');
revoke update, delete on moderation_actions from mobieus_app;
