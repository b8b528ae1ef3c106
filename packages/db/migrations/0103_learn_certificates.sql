create table learn_certificate_templates (
  tenant_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  title text not null,
  -- Text with variables, such as {{learner}}.
  body text not null,
  orientation text not null default 'landscape'
    constraint learn_certificate_templates_orientation check (orientation in ('landscape', 'portrait')),
  signer_name text,
  signer_title text,
  text_color text not null default '#1a1a1a',
  accent_color text not null default '#2f5d8a',
  is_default boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index learn_certificate_templates_default on learn_certificate_templates (tenant_id) where is_default;
select isolate_tenant('learn_certificate_templates');
grant usage on sequence learn_certificate_templates_id_seq to mobieus_app;

alter table learn_courses add column certificate_template_id bigint,
  add foreign key (tenant_id, certificate_template_id) references learn_certificate_templates (tenant_id, id);
create index learn_courses_template on learn_courses (tenant_id, certificate_template_id)
  where certificate_template_id is not null;

-- Certificates say what held when they were issued. A generation is a file that was made anew.
create table learn_certificates (
  tenant_id bigint not null,
  id bigint generated always as identity,
  serial text not null,
  user_id bigint not null,
  course_id bigint not null,
  enrollment_id bigint not null,
  -- Null is the look of the platform.
  template_id bigint,
  status text not null default 'issued'
    constraint learn_certificates_status check (status in ('issued', 'revoked')),
  generation integer not null default 1,
  recipient_name text not null,
  course_title text not null,
  credit_hours double precision,
  credit_kind text,
  score_pct double precision,
  issued_at timestamptz not null,
  regenerated_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint,
  revoke_reason text,
  primary key (tenant_id, id),
  constraint learn_certificates_serial unique (tenant_id, serial),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, course_id) references learn_courses (tenant_id, id),
  foreign key (tenant_id, enrollment_id) references learn_enrollments (tenant_id, id),
  foreign key (tenant_id, template_id) references learn_certificate_templates (tenant_id, id),
  foreign key (tenant_id, revoked_by) references users (tenant_id, id)
);
create unique index learn_certificates_issued on learn_certificates (tenant_id, enrollment_id)
  where status = 'issued';
create index learn_certificates_by_status on learn_certificates (tenant_id, status, id);
create index learn_certificates_course on learn_certificates (tenant_id, course_id, id);
create index learn_certificates_course_status on learn_certificates (tenant_id, course_id, status, id);
create index learn_certificates_user on learn_certificates (tenant_id, user_id, course_id, status, id);
create index learn_certificates_user_listed on learn_certificates (tenant_id, user_id, id);
create index learn_certificates_user_status on learn_certificates (tenant_id, user_id, status, id);
create index learn_certificates_template on learn_certificates (tenant_id, template_id)
  where template_id is not null;
create index learn_certificates_expiring on learn_certificates (tenant_id, expires_at)
  where status = 'issued' and expires_at is not null;
select isolate_tenant('learn_certificates');
grant usage on sequence learn_certificates_id_seq to mobieus_app;

-- Which tenant's a serial is: whoever verifies a certificate names nothing else.
create table learn_certificate_directory (
  serial text primary key,
  tenant_id bigint not null,
  certificate_id bigint not null
);
create index on learn_certificate_directory (tenant_id, certificate_id);
grant select, insert, update, delete on learn_certificate_directory to mobieus_app;
