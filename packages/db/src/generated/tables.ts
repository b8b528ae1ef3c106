// Generated from the migrated database by `npm run generate`. Never edited by hand.
import type { ColumnType } from "kysely";

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

export interface ApiEvents {
  created_at: Timestamp;
  data: Json;
  position: number;
  tenant_id: number;
  type: string;
  type_position: number;
}

export interface ApiIdempotencyKeys {
  body: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  fingerprint: Buffer;
  key_hash: Buffer;
  status: number;
  tenant_id: number;
}

export interface ApiKeyDirectory {
  key_hash: Buffer;
  key_id: number;
  tenant_id: number;
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
  rate_limit: number | null;
  revoked_at: Timestamp | null;
  tenant_id: number;
  user_id: number;
}

export interface ApiKeyScopes {
  key_id: number;
  scope: string;
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
}

export interface Forums {
  description: Generated<string>;
  id: Generated<number>;
  name: string;
  slug: string;
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
  id: Generated<number>;
  is_opener: Generated<boolean>;
  parent_post_id: number | null;
  tenant_id: number;
  thread_id: number;
}

export interface RateWindows {
  granted: number;
  key_id: number;
  tenant_id: number;
  used: number;
  window_start: Timestamp;
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
  tenant_id: number;
  username: string;
  username_key: Generated<string>;
}

export interface WebhookDeliveries {
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
  consecutive_failures: Generated<number>;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  description: string | null;
  disabled_reason: string | null;
  id: Generated<number>;
  last_success_at: Timestamp | null;
  previous_secret: Buffer | null;
  previous_secret_expires_at: Timestamp | null;
  secret: Buffer | null;
  secret_fingerprint: string;
  since_position: number;
  status: Generated<string>;
  subscribed_events: string[];
  tenant_id: number;
  url: string;
}

export interface DB {
  api_events: ApiEvents;
  api_idempotency_keys: ApiIdempotencyKeys;
  api_key_directory: ApiKeyDirectory;
  api_key_scopes: ApiKeyScopes;
  api_keys: ApiKeys;
  counters: Counters;
  event_cursors: EventCursors;
  forums: Forums;
  posts: Posts;
  rate_windows: RateWindows;
  tenants: Tenants;
  threads: Threads;
  users: Users;
  webhook_deliveries: WebhookDeliveries;
  webhook_delivery_attempts: WebhookDeliveryAttempts;
  webhook_endpoints: WebhookEndpoints;
}
