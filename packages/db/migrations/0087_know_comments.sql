-- What members say about pages. A comment that is about a passage has the quote of it, where it was found last, and
-- the revision whose text was searched last. A reply has its comment, and neither a status nor a passage.
create table know_comments (
  tenant_id bigint not null,
  id bigint generated always as identity,
  page_id bigint not null,
  parent_id bigint,
  status text constraint know_comments_status check (status in ('open', 'resolved')),
  author_id bigint not null,
  body text not null,
  exact text,
  prefix text,
  suffix text,
  -- The place of the passage in the text with LF as its only ends of lines, in UTF-16 units; null where it is gone.
  place integer,
  revision_id bigint,
  reply_count integer not null default 0,
  -- Made by a shadow-banned member: it is in no list.
  hidden boolean not null default false,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  resolved_at timestamptz,
  resolved_by bigint,
  primary key (tenant_id, id),
  constraint know_comments_kind check ((parent_id is null) = (status is not null)),
  constraint know_comments_anchor check ((exact is null) = (revision_id is null) and (parent_id is null or exact is null)),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id),
  foreign key (tenant_id, parent_id) references know_comments (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id),
  foreign key (tenant_id, resolved_by) references users (tenant_id, id)
);
create index know_comments_page on know_comments (tenant_id, page_id, id)
  where parent_id is null and not hidden;
create index know_comments_status on know_comments (tenant_id, page_id, status, id)
  where parent_id is null and not hidden;
create index know_comments_replies on know_comments (tenant_id, parent_id, id) where parent_id is not null;
-- A purge removes comments by their page, and passages are looked for by page and revision.
create index know_comments_purge on know_comments (tenant_id, page_id);
create index know_comments_anchored on know_comments (tenant_id, page_id, revision_id) where exact is not null;
select isolate_tenant('know_comments');
grant usage on sequence know_comments_id_seq to mobieus_app;

alter table know_pages
  add column comment_count integer not null default 0,
  add column open_comment_count integer not null default 0;
