-- The wiki. A page has the text of its current revision. Its version counts every change, and is its entity tag.
create table know_pages (
  tenant_id bigint not null,
  id bigint generated always as identity,
  -- The slug that it has, or had when it was deleted.
  slug text not null,
  title text not null,
  tags text[] not null default '{}',
  status text not null default 'published'
    constraint know_pages_status check (status in ('published', 'deleted', 'purged')),
  -- Null is the system.
  author_id bigint,
  current_revision_id bigint not null,
  version integer not null default 1,
  word_count integer not null default 0,
  revision_count integer not null default 1,
  -- Made by a shadow-banned member: it is in no list.
  hidden boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_by bigint,
  -- The former slugs of a page that is deleted; those of a published one are in know_slugs.
  former_slugs text[] not null default '{}',
  -- When a deleted page is purged.
  purge_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id)
);
create index know_pages_listed on know_pages (tenant_id, id)
  where status = 'published' and not hidden;
create index know_pages_author on know_pages (tenant_id, author_id, id)
  where status = 'published' and not hidden;
create index know_pages_trash on know_pages (tenant_id, id) where status = 'deleted';
create index know_pages_purge on know_pages (tenant_id, purge_at) where purge_at is not null;
select isolate_tenant('know_pages');
grant usage on sequence know_pages_id_seq to mobieus_app;

-- The texts of pages, as they were sent.
create table know_revisions (
  tenant_id bigint not null,
  id bigint generated always as identity,
  page_id bigint not null,
  -- The revision that it was written from.
  base_id bigint,
  status text not null
    constraint know_revisions_status check (status in ('pending', 'approved', 'rejected')),
  summary text,
  author_id bigint,
  content_markdown text not null,
  approvals integer not null default 0,
  reviewer_id bigint,
  reject_reason text,
  submitted_at timestamptz not null default now(),
  reviewed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id),
  foreign key (tenant_id, reviewer_id) references users (tenant_id, id)
);
create index know_revisions_page on know_revisions (tenant_id, page_id, id);
create index know_revisions_page_status on know_revisions (tenant_id, page_id, status, id);
select isolate_tenant('know_revisions');
-- The id of a page's first revision is taken before its row is written.
grant usage on sequence know_revisions_id_seq to mobieus_app;

alter table know_pages add constraint know_pages_current
  foreign key (tenant_id, current_revision_id) references know_revisions (tenant_id, id)
  deferrable initially deferred;

-- The members who have approved a revision that needs several approvals.
create table know_approvals (
  tenant_id bigint not null,
  revision_id bigint not null,
  user_id bigint not null,
  approved_at timestamptz not null,
  primary key (tenant_id, revision_id, user_id),
  foreign key (tenant_id, revision_id) references know_revisions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select isolate_tenant('know_approvals');

-- The slugs of published pages. A slug that is not current leads to the page that had it last.
create table know_slugs (
  tenant_id bigint not null,
  slug text not null,
  page_id bigint not null,
  is_current boolean not null,
  primary key (tenant_id, slug),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id)
);
create index know_slugs_page on know_slugs (tenant_id, page_id);
select isolate_tenant('know_slugs');

-- The tags of pages, in lower case and with hyphens, as lists are filtered by them.
create table know_page_tags (
  tenant_id bigint not null,
  tag_key text not null,
  page_id bigint not null,
  primary key (tenant_id, tag_key, page_id),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id) on delete cascade
);
create index know_page_tags_page on know_page_tags (tenant_id, page_id);
select isolate_tenant('know_page_tags');

-- The members who have written approved revisions of a page.
create table know_contributors (
  tenant_id bigint not null,
  page_id bigint not null,
  user_id bigint not null,
  revisions integer not null default 1,
  last_at timestamptz not null,
  primary key (tenant_id, page_id, user_id),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index know_contributors_most on know_contributors (tenant_id, page_id, revisions);
select isolate_tenant('know_contributors');

-- Links between pages, each once a page. Where the slug leads to no page, the link is broken.
create table know_links (
  tenant_id bigint not null,
  id bigint generated always as identity,
  page_id bigint not null,
  target_slug text not null,
  target_page_id bigint,
  primary key (tenant_id, id),
  constraint know_links_once unique (tenant_id, page_id, target_slug),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, target_page_id) references know_pages (tenant_id, id)
);
create index know_links_target on know_links (tenant_id, target_page_id, id);
create index know_links_slug on know_links (tenant_id, target_slug, id);
select isolate_tenant('know_links');
grant usage on sequence know_links_id_seq to mobieus_app;
