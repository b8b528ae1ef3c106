// Generated from the migrated database by `npm run generate`. Never edited by hand.
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AiCalls {
  cache_read_tokens: Generated<number>;
  cache_write_tokens: Generated<number>;
  cost: Generated<number>;
  duration_ms: number | null;
  hook: string;
  id: Generated<number>;
  input_tokens: Generated<number>;
  is_repair: boolean;
  model: string;
  outcome: string | null;
  output_tokens: Generated<number>;
  prompt: string;
  reserved: number;
  started_at: Timestamp;
  tenant_id: number;
  ticket_id: number | null;
  user_id: number;
}

export interface AiSettings {
  api_key: string | null;
  base_url: string | null;
  calls_per_minute: number;
  hooks: Generated<string[]>;
  key_set_at: Timestamp | null;
  model: string;
  monthly_cap_cents: number | null;
  prices: Generated<Json>;
  tenant_id: number;
}

export interface AiUsage {
  cache_read_tokens: number;
  cache_write_tokens: number;
  calls: number;
  cost: number;
  failed_calls: number;
  hook: string;
  input_tokens: number;
  model: string;
  month: Timestamp;
  output_tokens: number;
  tenant_id: number;
}

export interface ApiEvents {
  created_at: Timestamp;
  data: Json;
  position: number;
  tenant_id: number;
  type: string;
  type_position: number;
}

export interface ApiIdempotencyKeys {
  body: string | null;
  created_at: Timestamp;
  expires_at: Timestamp;
  fingerprint: Buffer;
  holder: string | null;
  key_hash: Buffer;
  status: number | null;
  tenant_id: number;
}

export interface ApiKeyDirectory {
  key_hash: Buffer;
  key_id: number;
  tenant_id: number;
  valid_until: Timestamp | null;
}

export interface ApiKeys {
  created_at: Generated<Timestamp>;
  environment: string;
  expires_at: Timestamp | null;
  id: Generated<number>;
  label: string;
  last_used_at: Timestamp | null;
  last_used_ip: string | null;
  prefix: string;
  previous_secret_expires_at: Timestamp | null;
  rate_limit: number | null;
  revoked_at: Timestamp | null;
  rotated_at: Timestamp | null;
  tenant_id: number;
  user_id: number;
}

export interface ApiKeyScopes {
  key_id: number;
  scope: string;
  tenant_id: number;
}

export interface Arrivals {
  changes: ArrayType<number>;
  created_at: Timestamp;
  data: ArrayType<Json>;
  id: Generated<number>;
  names: string[];
  tenant_id: number;
  types: string[];
  writer: Generated<string>;
}

export interface ArrivalsSettled {
  id: number;
  seen_at: Timestamp;
  seen_by: string;
  seen_id: number;
  tenant_id: number;
}

export interface AuditLog {
  action: string;
  actor_id: number | null;
  after: Json | null;
  before: Json | null;
  created_at: Timestamp;
  id: Generated<number>;
  target_id: number;
  target_kind: string;
  tenant_id: number;
}

export interface Counters {
  name: string;
  tenant_id: number;
  touched_at: Generated<Timestamp>;
  value: number;
}

export interface EventCursors {
  position: number;
  subscriber: string;
  tenant_id: number;
  within: Generated<number>;
}

export interface FileAreas {
  archived_at: Timestamp | null;
  description: Generated<string>;
  id: Generated<number>;
  name: string;
  position: Generated<number>;
  programs_allowed: Generated<boolean>;
  slug: string;
  tenant_id: number;
}

export interface Files {
  area_id: number;
  created_at: Timestamp;
  delete_reason: string | null;
  deleted_at: Timestamp | null;
  deleted_by: number | null;
  description: string;
  download_count: Generated<number>;
  hidden: Generated<boolean>;
  id: Generated<number>;
  mime_type: string;
  original_name: string;
  purged_at: Timestamp | null;
  scanned_at: Timestamp | null;
  sha256: string;
  size_bytes: number;
  status: Generated<string>;
  storage_key: string;
  tenant_id: number;
  title: string;
  uploader_id: number;
}

export interface Forums {
  archived_at: Timestamp | null;
  description: Generated<string>;
  id: Generated<number>;
  name: string;
  position: Generated<number>;
  slug: string;
  tenant_id: number;
}

export interface HelpAgents {
  capacity: number | null;
  id: Generated<number>;
  is_active: Generated<boolean>;
  open_count: Generated<number>;
  presence: Generated<string>;
  tenant_id: number;
  user_id: number;
}

export interface HelpAttachmentBytes {
  attachment_id: number;
  bytes: Buffer;
  tenant_id: number;
}

export interface HelpAttachments {
  content_id: string | null;
  created_at: Timestamp;
  expires_at: Timestamp | null;
  file_id: number | null;
  id: Generated<number>;
  message_id: number | null;
  mime_type: string;
  name: string;
  sha256: string;
  size_bytes: number;
  status: Generated<string>;
  tenant_id: number;
  upload_key: string | null;
  uploader_id: number | null;
}

export interface HelpAudit {
  actor_kind: string;
  after_json: Json | null;
  agent_id: number | null;
  before_json: Json | null;
  created_at: Timestamp;
  event_key: string;
  id: Generated<number>;
  requester_id: number | null;
  target_id: number;
  target_kind: string;
  tenant_id: number;
  user_id: number | null;
}

export interface HelpBulkResults {
  attempts: Generated<number>;
  bulk_id: number;
  code: string | null;
  field: string | null;
  message: string | null;
  outcome: Generated<string>;
  tenant_id: number;
  ticket_id: number;
}

export interface HelpBulkUpdates {
  agent_id: number | null;
  by_key: boolean;
  change: Json;
  created_at: Timestamp;
  failed: Generated<number>;
  finished_at: Timestamp | null;
  id: Generated<number>;
  tenant_id: number;
  total: number;
  unchanged: Generated<number>;
  updated: Generated<number>;
  user_id: number;
}

export interface HelpCalendars {
  holidays: Generated<Json>;
  hours: Json;
  id: Generated<number>;
  name: string;
  tenant_id: number;
  time_zone: string;
}

export interface HelpCannedResponses {
  body_md: string;
  id: Generated<number>;
  is_active: Generated<boolean>;
  queue_id: number | null;
  slug: string;
  sort_order: Generated<number>;
  tenant_id: number;
  title: string;
  use_count: Generated<number>;
}

export interface HelpChanges {
  last: number;
  tenant_id: number;
}

export interface HelpEmailAccounts {
  address: string;
  address_key: Generated<string | null>;
  authentication_server: string | null;
  created_at: Timestamp;
  id: Generated<number>;
  is_default: Generated<boolean>;
  mailgun_signing_key: string | null;
  mailgun_signing_key_set_at: Timestamp | null;
  name: string;
  previous_secret_expires_at: Timestamp | null;
  previous_secret_hash: Buffer | null;
  secret_hash: Buffer;
  secret_rotated_at: Timestamp;
  tenant_id: number;
}

export interface HelpInboundMails {
  account_id: number;
  action: string | null;
  digest: Buffer;
  headers: Json;
  html: string | null;
  id: Generated<number>;
  is_third_party: Generated<boolean>;
  kind: string;
  message_id: string;
  received_at: Timestamp;
  refs: Generated<string>;
  safe_html: string | null;
  sender_domain: string;
  sender_email: string;
  sender_key: Generated<string | null>;
  sender_name: string;
  subject: string;
  tenant_id: number;
  text: string | null;
  ticket_id: number | null;
  ticket_message_id: number | null;
  unanswered: string | null;
}

export interface HelpMailgunTokens {
  tenant_id: number;
  token_hash: Buffer;
  used_at: Timestamp;
}

export interface HelpMessageSources {
  bytes: Buffer | null;
  message_id: number;
  sha256: string;
  size_bytes: number;
  status: Generated<string>;
  tenant_id: number;
}

export interface HelpNotificationPrefs {
  channel: string;
  enabled: boolean;
  event_key: string;
  id: Generated<number>;
  scope: string;
  scope_id: number;
  tenant_id: number;
}

export interface HelpOutgoingMails {
  addressed: Json | null;
  attempts: Generated<number>;
  bounce_status: string | null;
  created_at: Timestamp;
  error: string | null;
  event_key: string | null;
  from_email: string;
  from_name: string;
  id: Generated<number>;
  in_reply_to: string | null;
  kind: string;
  message_id: string;
  pref_scope: string | null;
  pref_scope_id: number | null;
  refs: string;
  resent: Generated<number>;
  sent_at: Timestamp | null;
  state: Generated<string | null>;
  status: Generated<string>;
  subject: string;
  tenant_id: number;
  text: string | null;
  ticket_id: number;
  ticket_message_id: number | null;
  to_email: string;
  to_key: Generated<string | null>;
  to_name: string;
}

export interface HelpQueueAgents {
  agent_id: number;
  is_behind: Generated<boolean>;
  queue_id: number;
  tenant_id: number;
  turn: Generated<number>;
}

export interface HelpQueues {
  assignment_policy: Generated<string>;
  id: Generated<number>;
  is_default: Generated<boolean>;
  name: string;
  sla_plan_id: number | null;
  slug: string;
  tenant_id: number;
}

export interface HelpReferences {
  last: number;
  tenant_id: number;
}

export interface HelpReferencesReady {
  number: number;
  tenant_id: number;
}

export interface HelpReindexings {
  after_at: Timestamp | null;
  after_message_id: Generated<number>;
  after_ticket_id: Generated<number>;
  began_at: Timestamp;
  former: string[];
  is_second_pass: Generated<boolean>;
  tenant_id: number;
}

export interface HelpRequesters {
  email: string | null;
  email_key: Generated<string | null>;
  id: Generated<number>;
  name: string | null;
  tenant_id: number;
  user_id: number | null;
}

export interface HelpRules {
  actions: Json;
  conditions: Json;
  created_at: Timestamp;
  event: string;
  id: Generated<number>;
  is_active: Generated<boolean>;
  name: string;
  sort_order: Generated<number>;
  tenant_id: number;
  updated_at: Timestamp;
}

export interface HelpSlaPlans {
  at_risk_percent: Generated<number>;
  calendar_id: number | null;
  first_response_minutes: number | null;
  id: Generated<number>;
  name: string;
  pause_on_statuses: Generated<Json>;
  priorities: Generated<Json>;
  resolution_minutes: number | null;
  tenant_id: number;
}

export interface HelpTags {
  color: string;
  deleted_at: Timestamp | null;
  id: Generated<number>;
  name: string;
  slug: string;
  tenant_id: number;
}

export interface HelpTicketCollaborators {
  requester_id: number;
  tenant_id: number;
  ticket_id: number;
}

export interface HelpTicketLinks {
  kind: string;
  other_id: number;
  tenant_id: number;
  ticket_id: number;
}

export interface HelpTicketMerges {
  closed_at: Timestamp | null;
  collaborator_ids: Generated<ArrayType<number>>;
  id: Generated<number>;
  merged_at: Timestamp;
  message_ids: ArrayType<number>;
  resolved_at: Timestamp | null;
  source_id: number;
  status: string;
  target_id: number;
  tenant_id: number;
  undone_at: Timestamp | null;
}

export interface HelpTicketMessages {
  agent_id: number | null;
  body: string | null;
  change: Json | null;
  created_at: Timestamp;
  id: Generated<number>;
  kind: string;
  requester_id: number | null;
  tenant_id: number;
  ticket_id: number;
  user_id: number | null;
}

export interface HelpTickets {
  assignee_id: number | null;
  awaits_agent: Generated<boolean>;
  change_number: number | null;
  closed_at: Timestamp | null;
  created_at: Timestamp;
  custom_fields: Generated<Json>;
  first_responded_at: Timestamp | null;
  first_response_due_at: Timestamp | null;
  help_topic_id: number | null;
  id: Generated<number>;
  merged_into_id: number | null;
  number: number;
  priority: Generated<string>;
  queue_id: number;
  rated_at: Timestamp | null;
  rating: string | null;
  rating_comment: string | null;
  requester_id: number;
  resolution_due_at: Timestamp | null;
  resolved_at: Timestamp | null;
  rules_run: Generated<number>;
  rules_since: Timestamp | null;
  sla_first_response_level: Generated<number>;
  sla_next_at: Timestamp | null;
  sla_paused_at: Timestamp | null;
  sla_pauses: Generated<Json>;
  sla_resolution_level: Generated<number>;
  sla_state: Generated<string>;
  snoozed_until: Timestamp | null;
  source: string;
  status: Generated<string>;
  subject: string;
  survey_sent_at: Timestamp | null;
  tenant_id: number;
  updated_at: Timestamp;
}

export interface HelpTicketTags {
  tag_id: number;
  tenant_id: number;
  ticket_id: number;
}

export interface HelpTicketWords {
  message_id: number;
  tenant_id: number;
  ticket_id: number;
  words: string;
}

export interface HelpTopics {
  custom_fields: Generated<Json>;
  default_priority: Generated<string>;
  id: Generated<number>;
  is_active: Generated<boolean>;
  name: string;
  queue_id: number | null;
  slug: string;
  sort_order: Generated<number>;
  tenant_id: number;
}

export interface Installation {
  created_at: Generated<Timestamp>;
  database_oid: number;
  id: string;
  secret_check: string;
}

export interface KnowApprovals {
  approved_at: Timestamp;
  revision_id: number;
  tenant_id: number;
  user_id: number;
}

export interface KnowComments {
  author_id: number;
  body: string;
  created_at: Generated<Timestamp>;
  edited_at: Timestamp | null;
  exact: string | null;
  hidden: Generated<boolean>;
  id: Generated<number>;
  page_id: number;
  parent_id: number | null;
  place: number | null;
  prefix: string | null;
  reply_count: Generated<number>;
  resolved_at: Timestamp | null;
  resolved_by: number | null;
  revision_id: number | null;
  status: string | null;
  suffix: string | null;
  tenant_id: number;
}

export interface KnowContributors {
  last_at: Timestamp;
  page_id: number;
  revisions: Generated<number>;
  tenant_id: number;
  user_id: number;
}

export interface KnowExports {
  attempts: Generated<number>;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  done: Generated<number>;
  error_code: string | null;
  finished_at: Timestamp | null;
  id: Generated<number>;
  sha256: string | null;
  size_bytes: number | null;
  tenant_id: number;
  total: number;
  user_id: number;
}

export interface KnowImportResults {
  attempts: Generated<number>;
  broken_links: Generated<string[]>;
  code: string | null;
  field: string | null;
  import_id: number;
  message: string | null;
  n: number;
  outcome: Generated<string>;
  page: Json | null;
  page_id: number | null;
  path: string;
  slug: string | null;
  tenant_id: number;
}

export interface KnowImports {
  attempts: Generated<number>;
  created: Generated<number>;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  dry_run: boolean;
  error_code: string | null;
  failed: Generated<number>;
  file_name: string;
  finished_at: Timestamp | null;
  id: Generated<number>;
  on_conflict: string;
  proposed: Generated<number>;
  proposes: boolean;
  read_at: Timestamp | null;
  size_bytes: number;
  skipped: Generated<number>;
  tenant_id: number;
  total: Generated<number>;
  unchanged: Generated<number>;
  updated: Generated<number>;
  upload_key: string | null;
  user_id: number;
}

export interface KnowLinks {
  id: Generated<number>;
  page_id: number;
  target_page_id: number | null;
  target_slug: string;
  tenant_id: number;
}

export interface KnowPages {
  author_id: number | null;
  comment_count: Generated<number>;
  created_at: Generated<Timestamp>;
  current_revision_id: number;
  deleted_at: Timestamp | null;
  deleted_by: number | null;
  former_slugs: Generated<string[]>;
  helpful_count: Generated<number>;
  hidden: Generated<boolean>;
  id: Generated<number>;
  open_comment_count: Generated<number>;
  purge_at: Timestamp | null;
  revision_count: Generated<number>;
  slug: string;
  status: Generated<string>;
  tags: Generated<string[]>;
  tenant_id: number;
  title: string;
  unhelpful_count: Generated<number>;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
  view_count: Generated<number>;
  word_count: Generated<number>;
}

export interface KnowPageTags {
  author_id: number | null;
  page_id: number;
  tag_key: string;
  tenant_id: number;
}

export interface KnowReviews {
  due_at: Timestamp;
  interval_days: number;
  is_due: Generated<boolean>;
  owner_id: number | null;
  page_id: number;
  paused: Generated<boolean>;
  reviewed_at: Timestamp | null;
  reviewed_by: number | null;
  tenant_id: number;
}

export interface KnowRevisions {
  approvals: Generated<number>;
  author_id: number | null;
  base_id: number | null;
  content_markdown: string;
  id: Generated<number>;
  page_id: number;
  reject_reason: string | null;
  reviewed_at: Timestamp | null;
  reviewer_id: number | null;
  status: string;
  submitted_at: Generated<Timestamp>;
  summary: string | null;
  tenant_id: number;
}

export interface KnowSlugs {
  is_current: boolean;
  page_id: number;
  slug: string;
  tenant_id: number;
}

export interface KnowTexts {
  body_key: string;
  ended_at: Timestamp | null;
  from_xid: Generated<string>;
  grams: number[];
  id: Generated<number>;
  page_id: number;
  slug: string;
  tenant_id: number;
  title_grams: number[];
  title_key: string;
  to_xid: string | null;
}

export interface KnowVotes {
  is_counted: boolean;
  is_helpful: boolean;
  page_id: number;
  tenant_id: number;
  user_id: number;
  voted_at: Timestamp;
}

export interface LearnActivities {
  content_markdown: string | null;
  course_id: number;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  feedback_timing: Generated<string>;
  id: Generated<number>;
  is_required: Generated<boolean>;
  kind: string;
  lesson_id: number;
  max_attempts: number | null;
  pass_mark_pct: number | null;
  position: number;
  release_activity_id: number | null;
  release_after_at: Timestamp | null;
  release_min_score_pct: number | null;
  release_rule_kind: Generated<string>;
  review_rule: Generated<string>;
  scoring_method: Generated<string>;
  scorm_package_id: number | null;
  shuffle_items: Generated<boolean>;
  shuffle_options: Generated<boolean>;
  tenant_id: number;
  time_limit_seconds: number | null;
  title: string;
  updated_at: Timestamp;
  url: string | null;
}

export interface LearnActorDeletions {
  agent: string | null;
  created_at: Timestamp;
  documents: Generated<number>;
  finished_at: Timestamp | null;
  id: Generated<number>;
  refs: string[];
  remaining: number | null;
  statements: Generated<number>;
  tenant_id: number;
  user_id: number;
}

export interface LearnAttemptPapers {
  answers: Generated<Json>;
  attempt_id: number;
  grades: Generated<Json>;
  items: Json;
  tenant_id: number;
}

export interface LearnAttempts {
  activity_id: number;
  due_at: Timestamp | null;
  enrollment_id: number;
  graded_at: Timestamp | null;
  id: Generated<number>;
  number: number;
  passed: boolean | null;
  return_reason: string | null;
  score_pct: number | null;
  started_at: Timestamp;
  status: string;
  submitted_at: Timestamp | null;
  tenant_id: number;
  user_id: number;
}

export interface LearnCalendarFeeds {
  created_at: Timestamp;
  id: Generated<number>;
  label: string;
  revoked_at: Timestamp | null;
  tenant_id: number;
  token_hash: Buffer;
  user_id: number;
}

export interface LearnCategories {
  id: Generated<number>;
  name: string;
  parent_id: number | null;
  slug: string;
  tenant_id: number;
}

export interface LearnCertificateDirectory {
  certificate_id: number;
  serial: string;
  tenant_id: number;
}

export interface LearnCertificates {
  course_id: number;
  course_title: string;
  credit_hours: number | null;
  credit_kind: string | null;
  enrollment_id: number;
  expires_at: Timestamp | null;
  generation: Generated<number>;
  id: Generated<number>;
  issued_at: Timestamp;
  pdf_generation: number | null;
  pdf_sha256: string | null;
  pdf_size_bytes: number | null;
  recipient_name: string;
  regenerated_at: Timestamp | null;
  reminded_at: Timestamp | null;
  revoke_reason: string | null;
  revoked_at: Timestamp | null;
  revoked_by: number | null;
  score_pct: number | null;
  serial: string;
  status: Generated<string>;
  template_id: number | null;
  tenant_id: number;
  user_id: number;
}

export interface LearnCertificateTemplates {
  accent_color: Generated<string>;
  body: string;
  created_at: Timestamp;
  id: Generated<number>;
  is_default: Generated<boolean>;
  name: string;
  orientation: Generated<string>;
  signer_name: string | null;
  signer_title: string | null;
  tenant_id: number;
  text_color: Generated<string>;
  title: string;
  updated_at: Timestamp;
}

export interface LearnCohortInvites {
  attempts: Generated<number>;
  cohort_id: number;
  created_at: Timestamp;
  email: string;
  email_key: string;
  error: string | null;
  id: Generated<number>;
  is_asked: Generated<boolean>;
  redeemed_at: Timestamp | null;
  renewed_at: Timestamp | null;
  sent_at: Timestamp | null;
  status: Generated<string>;
  tenant_id: number;
  user_id: number | null;
}

export interface LearnCohortMembers {
  cohort_id: number;
  enrollment_id: number | null;
  joined_at: Timestamp;
  revoked_at: Timestamp | null;
  tenant_id: number;
  user_id: number;
}

export interface LearnCohorts {
  buyer_user_id: number | null;
  course_id: number | null;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  expires_at: Timestamp | null;
  external_id: string | null;
  id: Generated<number>;
  metadata: Json | null;
  name: string;
  name_key: string;
  organization_name: string | null;
  seat_count: number | null;
  seats_used: Generated<number>;
  source: string;
  source_reference: string | null;
  starts_at: Timestamp | null;
  tenant_id: number;
  updated_at: Timestamp;
  version: Generated<number>;
}

export interface LearnCoursePrerequisites {
  course_id: number;
  required_course_id: number;
  tenant_id: number;
}

export interface LearnCourses {
  activity_count: Generated<number>;
  archived_at: Timestamp | null;
  author_id: number;
  category_id: number | null;
  certificate_template_id: number | null;
  completion_min_score_pct: number | null;
  completion_rule: Generated<string>;
  created_at: Timestamp;
  credit_expires_after_months: number | null;
  credit_hours: number | null;
  credit_kind: string | null;
  estimated_minutes: number | null;
  external_id: string | null;
  hidden: Generated<boolean>;
  id: Generated<number>;
  language: string;
  lesson_count: Generated<number>;
  module_count: Generated<number>;
  published_at: Timestamp | null;
  published_version: number | null;
  return_reason: string | null;
  search_key: Generated<string>;
  slug: string;
  status: Generated<string>;
  subtitle: string | null;
  summary: string | null;
  tenant_id: number;
  title: string;
  title_key: Generated<string>;
  updated_at: Timestamp;
  version_number: Generated<number>;
}

export interface LearnEnrollments {
  cancel_reason: string | null;
  cancelled_at: Timestamp | null;
  cohort_id: number | null;
  completed_at: Timestamp | null;
  course_id: number;
  enrolled_at: Timestamp;
  expires_at: Timestamp | null;
  id: Generated<number>;
  progress_pct: Generated<number>;
  score_pct: number | null;
  status: Generated<string>;
  tenant_id: number;
  user_id: number;
}

export interface LearnLaunches {
  activity_id: number;
  created_at: Timestamp;
  enrollment_id: number;
  expires_at: Timestamp;
  id: Generated<number>;
  origin: Generated<string>;
  package_id: number;
  superseded_at: Timestamp | null;
  tenant_id: number;
  user_id: number;
}

export interface LearnLessons {
  activity_count: Generated<number>;
  content_markdown: Generated<string>;
  course_id: number;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  estimated_minutes: number | null;
  id: Generated<number>;
  module_id: number;
  position: number;
  tenant_id: number;
  title: string;
  updated_at: Timestamp;
}

export interface LearnLiveSessions {
  activity_id: number | null;
  attendee_count: Generated<number>;
  cancel_reason: string | null;
  cancelled_at: Timestamp | null;
  capacity: number | null;
  course_id: number;
  created_at: Timestamp;
  description: string;
  ends_at: Timestamp;
  host_user_id: number;
  id: Generated<number>;
  join_url: string;
  local_time: string;
  present_count: Generated<number>;
  recorded_at: Timestamp | null;
  recording_seconds: number | null;
  recording_url: string | null;
  sequence: Generated<number>;
  starts_at: Timestamp;
  tenant_id: number;
  timezone: string;
  title: string;
  updated_at: Timestamp;
}

export interface LearnLiveVisits {
  id: Generated<number>;
  joined_at: Timestamp;
  left_at: Timestamp | null;
  session_id: number;
  tenant_id: number;
  user_id: number;
}

export interface LearnModules {
  course_id: number;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  id: Generated<number>;
  lesson_count: Generated<number>;
  position: number;
  summary: string | null;
  tenant_id: number;
  title: string;
  updated_at: Timestamp;
}

export interface LearnProgress {
  activity_id: number;
  completed_at: Timestamp | null;
  enrollment_id: number;
  score_pct: number | null;
  seconds: Generated<number>;
  started_at: Timestamp;
  state: string;
  tenant_id: number;
  updated_at: Timestamp;
}

export interface LearnQuestions {
  accepted: Generated<Json>;
  activity_id: number;
  created_at: Timestamp;
  feedback_markdown: string | null;
  id: Generated<number>;
  kind: string;
  number: number | null;
  options: Generated<Json>;
  points: number;
  position: number;
  tenant_id: number;
  text_markdown: string;
  tolerance: number | null;
}

export interface LearnRecordForwarders {
  after_id: number;
  after_stored: Timestamp;
  created_at: Timestamp;
  failing_since: Timestamp | null;
  failures: Generated<number>;
  id: Generated<number>;
  is_active: Generated<boolean>;
  label: string;
  last_error: string | null;
  password: string;
  refused: Generated<number>;
  retry_at: Timestamp | null;
  statements: Generated<number>;
  tenant_id: number;
  updated_at: Timestamp;
  url: string;
  user_id: number;
  username: string;
}

export interface LearnRuns {
  activity_id: number;
  attempt: Generated<number>;
  best_score_pct: number | null;
  cmi: Generated<Json>;
  completion: string | null;
  earlier_seconds: Generated<number>;
  enrollment_id: number;
  has_ended: Generated<boolean>;
  item: string;
  launch_id: number;
  numbers: Generated<Json>;
  opening: Generated<number>;
  score_pct: number | null;
  sequence: Generated<number>;
  session_seconds: Generated<number>;
  started_at: Timestamp;
  success: string | null;
  tenant_id: number;
  total_seconds: Generated<number>;
  updated_at: Timestamp;
  warnings: Generated<Json>;
}

export interface LearnScormFiles {
  folded_path: string;
  n: number;
  package_id: number;
  path: string;
  size_bytes: number;
  start: number;
  tenant_id: number;
}

export interface LearnScormPackages {
  attempts: Generated<number>;
  course_id: number | null;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  failure: string | null;
  failure_code: string | null;
  failure_path: string | null;
  file_count: Generated<number>;
  file_name: string;
  finished_at: Timestamp | null;
  id: Generated<number>;
  launch_path: string | null;
  manifest: Json | null;
  size_bytes: number;
  standard: string | null;
  status: string;
  storage_key: string | null;
  tenant_id: number;
  title: string;
  updated_at: Timestamp;
  upload_key: string | null;
  uploader_id: number;
  warnings: Generated<Json>;
}

export interface LearnSigningKeys {
  created_at: Timestamp;
  id: Generated<number>;
  private_key: string;
  public_key: string;
  retired_at: Timestamp | null;
  tenant_id: number;
}

export interface LearnXapiActivities {
  definition: Json;
  ref: string;
  tenant_id: number;
}

export interface LearnXapiAgents {
  names: string[];
  ref: string;
  tenant_id: number;
}

export interface LearnXapiAttachments {
  content: Buffer;
  sha2: string;
  tenant_id: number;
}

export interface LearnXapiAttachmentUses {
  sha2: string;
  statement: number;
  tenant_id: number;
}

export interface LearnXapiDocuments {
  activity_ref: string;
  agent_ref: string;
  content: Buffer;
  content_type: string;
  document_id: string;
  document_ref: string;
  kind: number;
  registration: string;
  sha1: string;
  tenant_id: number;
  updated_at: Timestamp;
}

export interface LearnXapiRefs {
  kind: number;
  origin: number;
  ref: string;
  statement: number;
  stored: Timestamp;
  tenant_id: number;
}

export interface LearnXapiStatements {
  added: string;
  body: string;
  edits: number[] | null;
  id: Generated<number>;
  is_timed: boolean;
  is_voided: boolean;
  is_voiding: boolean;
  statement_id: string;
  stored: Timestamp;
  target: string | null;
  tenant_id: number;
}

export interface ListingCategories {
  archived_at: Timestamp | null;
  description: Generated<string>;
  id: Generated<number>;
  name: string;
  position: Generated<number>;
  slug: string;
  tenant_id: number;
}

export interface Listings {
  category_id: number;
  city: string | null;
  condition_rating: string;
  country: string;
  created_at: Timestamp;
  description: string;
  expires_at: Timestamp;
  hidden: Generated<boolean>;
  hidden_before_removal: Generated<boolean>;
  id: Generated<number>;
  price_cents: number;
  quantity: number;
  quantity_remaining: number;
  region: string | null;
  remove_reason: string | null;
  removed_at: Timestamp | null;
  removed_by: number | null;
  removed_from: string | null;
  seller_id: number;
  slug: string;
  status: string;
  tenant_id: number;
  title: string;
  withdraw_reason: string | null;
  withdrawn_at: Timestamp | null;
  withdrawn_by: number | null;
  withdrawn_from: string | null;
}

export interface MemberWindows {
  granted: number;
  key_id: number;
  tenant_id: number;
  used: number;
  window_start: Timestamp;
}

export interface ModerationActions {
  action: string;
  actor_id: number;
  created_at: Timestamp;
  duration_hours: number | null;
  id: Generated<number>;
  reason: string | null;
  report_id: number | null;
  target_id: number;
  target_kind: string;
  target_user_id: number;
  tenant_id: number;
}

export interface Posts {
  author_id: number;
  body: string;
  created_at: Generated<Timestamp>;
  delete_reason: string | null;
  deleted_at: Timestamp | null;
  deleted_by: number | null;
  edited_at: Timestamp | null;
  forum_id: number;
  hidden: Generated<boolean>;
  id: Generated<number>;
  is_opener: Generated<boolean>;
  parent_post_id: number | null;
  tenant_id: number;
  thread_id: number;
}

export interface RateClassWindows {
  class: string;
  granted: number;
  key_id: number;
  tenant_id: number;
  used: number;
  window_start: Timestamp;
}

export interface RateWindows {
  granted: number;
  key_id: number;
  tenant_id: number;
  used: number;
  window_start: Timestamp;
}

export interface Reports {
  created_at: Timestamp;
  details: string | null;
  id: Generated<number>;
  reason_category: string;
  reported_file_id: number | null;
  reported_listing_id: number | null;
  reported_post_id: number | null;
  reported_user_id: number;
  reporter_id: number;
  resolution: string | null;
  resolved_at: Timestamp | null;
  resolver_id: number | null;
  source_url: string | null;
  status: Generated<string>;
  tenant_id: number;
}

export interface ScimRequests {
  after: Json | null;
  before: Json | null;
  created_at: Timestamp;
  detail: string | null;
  id: Generated<number>;
  operation: string;
  outcome: Generated<string>;
  request_id: string;
  resource_id: string | null;
  resource_type: string;
  scim_type: string | null;
  status: number;
  tenant_id: number;
  token_id: number;
  user_id: number | null;
}

export interface ScimTokenDirectory {
  tenant_id: number;
  token_hash: Buffer;
  token_id: number;
  valid_until: Timestamp | null;
}

export interface ScimTokens {
  created_at: Timestamp;
  created_by: number | null;
  expires_at: Timestamp | null;
  id: Generated<number>;
  label: string;
  last_used_at: Timestamp | null;
  prefix: string;
  previous_secret_expires_at: Timestamp | null;
  revoked_at: Timestamp | null;
  rotated_at: Timestamp | null;
  tenant_id: number;
}

export interface ScimTokenWindows {
  granted: number;
  key_id: number;
  tenant_id: number;
  used: number;
  window_start: Timestamp;
}

export interface ScimUserResources {
  resource: Json;
  tenant_id: number;
  user_id: number;
}

export interface ScimUsers {
  addresses_country: string[] | null;
  addresses_formatted: string[] | null;
  addresses_locality: string[] | null;
  addresses_postal_code: string[] | null;
  addresses_primary: boolean[] | null;
  addresses_region: string[] | null;
  addresses_size: Generated<number>;
  addresses_street_address: string[] | null;
  addresses_type: string[] | null;
  banned: Generated<boolean>;
  cost_center: string | null;
  created_at: Timestamp;
  department: string | null;
  display_name: string | null;
  division: string | null;
  emails_display: string[] | null;
  emails_primary: boolean[] | null;
  emails_size: Generated<number>;
  emails_type: string[] | null;
  emails_value: string[] | null;
  employee_number: string | null;
  entitlements_display: string[] | null;
  entitlements_primary: boolean[] | null;
  entitlements_size: Generated<number>;
  entitlements_type: string[] | null;
  entitlements_value: string[] | null;
  external_id: string | null;
  family_name: string | null;
  formatted_name: string | null;
  given_name: string | null;
  has_active: Generated<boolean>;
  honorific_prefix: string | null;
  honorific_suffix: string | null;
  ims_display: string[] | null;
  ims_primary: boolean[] | null;
  ims_size: Generated<number>;
  ims_type: string[] | null;
  ims_value: string[] | null;
  left_at: Timestamp | null;
  locale: string | null;
  manager_id: string | null;
  middle_name: string | null;
  nick_name: string | null;
  organization: string | null;
  phone_numbers_display: string[] | null;
  phone_numbers_primary: boolean[] | null;
  phone_numbers_size: Generated<number>;
  phone_numbers_type: string[] | null;
  phone_numbers_value: string[] | null;
  photos_display: string[] | null;
  photos_primary: boolean[] | null;
  photos_size: Generated<number>;
  photos_type: string[] | null;
  photos_value: string[] | null;
  preferred_language: string | null;
  profile_url: string | null;
  roles_display: string[] | null;
  roles_primary: boolean[] | null;
  roles_size: Generated<number>;
  roles_type: string[] | null;
  roles_value: string[] | null;
  tenant_id: number;
  timezone: string | null;
  title: string | null;
  updated_at: Timestamp;
  user_id: number;
  user_name: string;
  user_type: string | null;
  version: Generated<number>;
  x509_certificates_display: string[] | null;
  x509_certificates_primary: boolean[] | null;
  x509_certificates_size: Generated<number>;
  x509_certificates_type: string[] | null;
  x509_certificates_value: string[] | null;
}

export interface ScimUserValues {
  attribute: string;
  beginning: Generated<string | null>;
  position: number;
  tenant_id: number;
  user_id: number;
  value: string;
}

export interface SessionDirectory {
  session_id: number;
  tenant_id: number;
  token_hash: Buffer;
}

export interface Sessions {
  created_at: Timestamp;
  ended_at: Timestamp | null;
  expires_at: Timestamp;
  id: Generated<number>;
  tenant_id: number;
  user_id: number;
}

export interface SignInTokens {
  created_at: Timestamp;
  expires_at: Timestamp;
  tenant_id: number;
  token_hash: Buffer;
  used_at: Timestamp | null;
  user_id: number;
}

export interface Tasks {
  attempts: Generated<number>;
  created_at: Timestamp;
  due_at: Timestamp;
  kind: string;
  subject_id: number;
  tenant_id: number;
}

export interface Tenants {
  app_ini: Generated<string>;
  created_at: Generated<Timestamp>;
  environment: string;
  id: Generated<number>;
  name: string;
  plan: string;
  slug: string;
}

export interface Threads {
  author_id: number;
  closed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  forum_id: number;
  id: Generated<number>;
  tenant_id: number;
  title: string;
}

export interface Users {
  anonymised_at: Timestamp | null;
  avatar_url: string | null;
  deletion_reason: string | null;
  deletion_scheduled_at: Timestamp | null;
  display_name: string;
  email: string | null;
  email_key: Generated<string | null>;
  email_verified: Generated<boolean>;
  id: Generated<number>;
  joined_at: Generated<Timestamp>;
  last_active_at: Timestamp | null;
  post_count: Generated<number>;
  role: Generated<number>;
  role_before_ban: number | null;
  shadow_banned_at: Timestamp | null;
  suspended_until: Timestamp | null;
  tenant_id: number;
  username: string;
  username_key: Generated<string>;
}

export interface WebhookDeliveries {
  activation: Generated<number>;
  attempt_count: Generated<number>;
  completed_at: Timestamp | null;
  created_at: Timestamp;
  endpoint_id: number;
  event_position: number | null;
  event_type: string;
  id: Generated<number>;
  leased_until: Timestamp | null;
  next_attempt_at: Timestamp | null;
  replay_of: number | null;
  status: Generated<string>;
  tenant_id: number;
  test_event: Json | null;
}

export interface WebhookDeliveryAttempts {
  delivery_id: number;
  error: string | null;
  latency_ms: number;
  number: number;
  response_body: string | null;
  started_at: Timestamp;
  status_code: number | null;
  tenant_id: number;
}

export interface WebhookEndpoints {
  activation: Generated<number>;
  consecutive_failures: Generated<number>;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  description: string | null;
  disabled_reason: string | null;
  failing_since: Timestamp | null;
  id: Generated<number>;
  last_success_at: Timestamp | null;
  previous_secret: string | null;
  previous_secret_expires_at: Timestamp | null;
  purged_at: Timestamp | null;
  secret: string | null;
  secret_fingerprint: string;
  since_position: number;
  status: Generated<string>;
  subscribed_events: string[];
  tenant_id: number;
  url: string;
  waiting_from: number | null;
}

export interface WorkDue {
  due_at: Timestamp;
  kind: string;
  tenant_id: number;
}

export interface DB {
  ai_calls: AiCalls;
  ai_settings: AiSettings;
  ai_usage: AiUsage;
  api_events: ApiEvents;
  api_idempotency_keys: ApiIdempotencyKeys;
  api_key_directory: ApiKeyDirectory;
  api_key_scopes: ApiKeyScopes;
  api_keys: ApiKeys;
  arrivals: Arrivals;
  arrivals_settled: ArrivalsSettled;
  audit_log: AuditLog;
  counters: Counters;
  event_cursors: EventCursors;
  file_areas: FileAreas;
  files: Files;
  forums: Forums;
  help_agents: HelpAgents;
  help_attachment_bytes: HelpAttachmentBytes;
  help_attachments: HelpAttachments;
  help_audit: HelpAudit;
  help_bulk_results: HelpBulkResults;
  help_bulk_updates: HelpBulkUpdates;
  help_calendars: HelpCalendars;
  help_canned_responses: HelpCannedResponses;
  help_changes: HelpChanges;
  help_email_accounts: HelpEmailAccounts;
  help_inbound_mails: HelpInboundMails;
  help_mailgun_tokens: HelpMailgunTokens;
  help_message_sources: HelpMessageSources;
  help_notification_prefs: HelpNotificationPrefs;
  help_outgoing_mails: HelpOutgoingMails;
  help_queue_agents: HelpQueueAgents;
  help_queues: HelpQueues;
  help_references: HelpReferences;
  help_references_ready: HelpReferencesReady;
  help_reindexings: HelpReindexings;
  help_requesters: HelpRequesters;
  help_rules: HelpRules;
  help_sla_plans: HelpSlaPlans;
  help_tags: HelpTags;
  help_ticket_collaborators: HelpTicketCollaborators;
  help_ticket_links: HelpTicketLinks;
  help_ticket_merges: HelpTicketMerges;
  help_ticket_messages: HelpTicketMessages;
  help_ticket_tags: HelpTicketTags;
  help_ticket_words: HelpTicketWords;
  help_tickets: HelpTickets;
  help_topics: HelpTopics;
  installation: Installation;
  know_approvals: KnowApprovals;
  know_comments: KnowComments;
  know_contributors: KnowContributors;
  know_exports: KnowExports;
  know_import_results: KnowImportResults;
  know_imports: KnowImports;
  know_links: KnowLinks;
  know_page_tags: KnowPageTags;
  know_pages: KnowPages;
  know_reviews: KnowReviews;
  know_revisions: KnowRevisions;
  know_slugs: KnowSlugs;
  know_texts: KnowTexts;
  know_votes: KnowVotes;
  learn_activities: LearnActivities;
  learn_actor_deletions: LearnActorDeletions;
  learn_attempt_papers: LearnAttemptPapers;
  learn_attempts: LearnAttempts;
  learn_calendar_feeds: LearnCalendarFeeds;
  learn_categories: LearnCategories;
  learn_certificate_directory: LearnCertificateDirectory;
  learn_certificate_templates: LearnCertificateTemplates;
  learn_certificates: LearnCertificates;
  learn_cohort_invites: LearnCohortInvites;
  learn_cohort_members: LearnCohortMembers;
  learn_cohorts: LearnCohorts;
  learn_course_prerequisites: LearnCoursePrerequisites;
  learn_courses: LearnCourses;
  learn_enrollments: LearnEnrollments;
  learn_launches: LearnLaunches;
  learn_lessons: LearnLessons;
  learn_live_sessions: LearnLiveSessions;
  learn_live_visits: LearnLiveVisits;
  learn_modules: LearnModules;
  learn_progress: LearnProgress;
  learn_questions: LearnQuestions;
  learn_record_forwarders: LearnRecordForwarders;
  learn_runs: LearnRuns;
  learn_scorm_files: LearnScormFiles;
  learn_scorm_packages: LearnScormPackages;
  learn_signing_keys: LearnSigningKeys;
  learn_xapi_activities: LearnXapiActivities;
  learn_xapi_agents: LearnXapiAgents;
  learn_xapi_attachment_uses: LearnXapiAttachmentUses;
  learn_xapi_attachments: LearnXapiAttachments;
  learn_xapi_documents: LearnXapiDocuments;
  learn_xapi_refs: LearnXapiRefs;
  learn_xapi_statements: LearnXapiStatements;
  listing_categories: ListingCategories;
  listings: Listings;
  member_windows: MemberWindows;
  moderation_actions: ModerationActions;
  posts: Posts;
  rate_class_windows: RateClassWindows;
  rate_windows: RateWindows;
  reports: Reports;
  scim_requests: ScimRequests;
  scim_token_directory: ScimTokenDirectory;
  scim_token_windows: ScimTokenWindows;
  scim_tokens: ScimTokens;
  scim_user_resources: ScimUserResources;
  scim_user_values: ScimUserValues;
  scim_users: ScimUsers;
  session_directory: SessionDirectory;
  sessions: Sessions;
  sign_in_tokens: SignInTokens;
  tasks: Tasks;
  tenants: Tenants;
  threads: Threads;
  users: Users;
  webhook_deliveries: WebhookDeliveries;
  webhook_delivery_attempts: WebhookDeliveryAttempts;
  webhook_endpoints: WebhookEndpoints;
  work_due: WorkDue;
}
