create table listing_categories (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
select isolate_tenant('listing_categories');

-- The categories that a community starts with; a new tenant gets the same when it is created.
insert into listing_categories (tenant_id, slug, name)
select t.id, c.slug, c.name
from tenants t cross join (values
  ('electronics', 'Electronics'), ('games', 'Games'), ('parts', 'Parts'),
  ('books', 'Books'), ('collectibles', 'Collectibles'), ('other', 'Other')
) as c (slug, name)
order by t.id;

-- status is as it was last written. A listing whose time is over is expired from that moment on,
-- whatever stands there until the job has come round: queries compare expires_at as well.
create table listings (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  title text not null,
  description text not null,
  price_cents bigint not null check (price_cents >= 0),
  quantity integer not null check (quantity >= 1),
  quantity_remaining integer not null,
  condition_rating text not null,
  country text not null,
  region text,
  city text,
  status text not null check (status in ('active', 'pending', 'sold', 'withdrawn', 'expired')),
  category_id bigint not null,
  seller_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_by bigint,
  withdraw_reason text,
  check (quantity_remaining between 0 and quantity),
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, category_id) references listing_categories (tenant_id, id),
  foreign key (tenant_id, seller_id) references users (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references users (tenant_id, id)
);
-- One index for each list, in the order of its pages; the last one finds those whose time is over.
create index listings_status_page on listings (tenant_id, status, id desc);
create index listings_seller_page on listings (tenant_id, seller_id, id desc);
create index listings_category_page on listings (tenant_id, category_id, id desc);
create index listings_due on listings (tenant_id, expires_at) where status = 'active';
select isolate_tenant('listings');
