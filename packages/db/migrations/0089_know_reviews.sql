-- When pages are looked through. The rows of pages that are in no list, or in the trash, are paused.
create table know_reviews (
  tenant_id bigint not null,
  page_id bigint not null,
  owner_id bigint,
  interval_days integer not null constraint know_reviews_interval check (interval_days between 1 and 3650),
  due_at timestamptz not null,
  -- Whether it was told that the page is due; until it is reviewed it is not told again.
  is_due boolean not null default false,
  paused boolean not null default false,
  reviewed_at timestamptz,
  reviewed_by bigint,
  primary key (tenant_id, page_id),
  foreign key (tenant_id, page_id) references know_pages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, reviewed_by) references users (tenant_id, id)
);
create index know_reviews_listed on know_reviews (tenant_id, due_at, page_id) where not paused;
create index know_reviews_owner on know_reviews (tenant_id, owner_id, due_at, page_id) where not paused;
create index know_reviews_due on know_reviews (tenant_id, is_due, due_at, page_id) where not paused;
create index know_reviews_owner_due on know_reviews (tenant_id, owner_id, is_due, due_at, page_id)
  where not paused;
select isolate_tenant('know_reviews');
