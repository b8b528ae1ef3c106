-- Statements as the text that came. An answer has `added` at its front and the text behind it, of which `edits` takes
-- members away that the store has set, and puts single activities of a context into brackets: triples of begin, end and
-- what, in units of UTF-16. `target` is the statement that it refers to, which may come later.
create table learn_xapi_statements (
  tenant_id bigint not null,
  id bigint generated always as identity,
  statement_id uuid not null,
  stored timestamptz not null,
  body text not null,
  added text not null,
  edits integer[],
  is_timed boolean not null,
  target uuid,
  is_voiding boolean not null,
  is_voided boolean not null,
  primary key (tenant_id, id),
  constraint learn_xapi_statements_once unique (tenant_id, statement_id)
);
create index learn_xapi_statements_order on learn_xapi_statements (tenant_id, stored, id);
create index learn_xapi_statements_targets on learn_xapi_statements (tenant_id, target)
  where target is not null;
select isolate_tenant('learn_xapi_statements');
grant usage on sequence learn_xapi_statements_id_seq to mobieus_app;

-- What a statement can be found by: agents, activities, verb and registration, each by the first half of its SHA-256.
-- `origin` is the statement that says so: the statement itself, or one that it refers to, directly or not.
create table learn_xapi_refs (
  tenant_id bigint not null,
  kind smallint not null,
  ref uuid not null,
  stored timestamptz not null,
  statement bigint not null,
  origin bigint not null,
  primary key (tenant_id, kind, ref, stored, statement, origin)
);
create index learn_xapi_refs_of on learn_xapi_refs (tenant_id, statement);
select isolate_tenant('learn_xapi_refs');

-- What statements have defined of an activity, and called an agent.
create table learn_xapi_activities (
  tenant_id bigint not null,
  ref uuid not null,
  definition jsonb not null,
  primary key (tenant_id, ref)
);
select isolate_tenant('learn_xapi_activities');

create table learn_xapi_agents (
  tenant_id bigint not null,
  ref uuid not null,
  names text[] not null,
  primary key (tenant_id, ref)
);
select isolate_tenant('learn_xapi_agents');

-- States and profiles. A key that a kind of document does not have is the zero UUID.
create table learn_xapi_documents (
  tenant_id bigint not null,
  kind smallint not null,
  activity_ref uuid not null,
  agent_ref uuid not null,
  registration uuid not null,
  document_ref uuid not null,
  document_id text not null,
  content_type text not null,
  content bytea not null,
  sha1 text not null,
  updated_at timestamptz not null,
  primary key (tenant_id, kind, activity_ref, agent_ref, registration, document_ref)
);
create index learn_xapi_documents_of_agents on learn_xapi_documents (tenant_id, agent_ref);
select isolate_tenant('learn_xapi_documents');

-- Bytes of attachments, once for each content, and the statements that have them.
create table learn_xapi_attachments (
  tenant_id bigint not null,
  sha2 text not null,
  content bytea not null,
  primary key (tenant_id, sha2)
);
select isolate_tenant('learn_xapi_attachments');

create table learn_xapi_attachment_uses (
  tenant_id bigint not null,
  statement bigint not null,
  sha2 text not null,
  primary key (tenant_id, sha2, statement)
);
create index learn_xapi_attachment_uses_of on learn_xapi_attachment_uses (tenant_id, statement);
select isolate_tenant('learn_xapi_attachment_uses');
