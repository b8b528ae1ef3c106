-- Categories of courses, with one level of nesting.
create table learn_categories (
  tenant_id bigint not null,
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  parent_id bigint,
  primary key (tenant_id, id),
  constraint learn_categories_slug unique (tenant_id, slug),
  foreign key (tenant_id, parent_id) references learn_categories (tenant_id, id)
);
create index learn_categories_listed on learn_categories (tenant_id, name, id);
create index learn_categories_parent on learn_categories (tenant_id, parent_id) where parent_id is not null;
select isolate_tenant('learn_categories');
grant usage on sequence learn_categories_id_seq to mobieus_app;

alter table learn_courses
  add column category_id bigint,
  -- Another system's id of it.
  add column external_id text collate "C",
  -- Why a review has returned it.
  add column return_reason text,
  add foreign key (tenant_id, category_id) references learn_categories (tenant_id, id);
create unique index learn_courses_external on learn_courses (tenant_id, external_id) where external_id is not null;
create index learn_courses_category on learn_courses (tenant_id, category_id, id) where not hidden;
create index learn_courses_category_status on learn_courses (tenant_id, category_id, status, id) where not hidden;

-- The courses that a course asks for. No circle comes of them: whoever changes them holds the lock of all.
create table learn_course_prerequisites (
  tenant_id bigint not null,
  course_id bigint not null,
  required_course_id bigint not null,
  primary key (tenant_id, course_id, required_course_id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, required_course_id) references learn_courses (tenant_id, id)
);
create index on learn_course_prerequisites (tenant_id, required_course_id);
select isolate_tenant('learn_course_prerequisites');
