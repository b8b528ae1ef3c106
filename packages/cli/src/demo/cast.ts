import { sql, type Transaction } from 'kysely'
import type { Tables } from '@mobieus/db'

/** Rows with ids of their own: those that the examples of the contract speak of. */

type Tx = Pick<Transaction<Tables>, 'getExecutor'>
export type Row = Readonly<Record<string, unknown>>
/** `insertRows` into one tenant. */
export type Insert = (table: keyof Tables, rows: readonly Row[]) => Promise<void>

/** The highest id that an example says, of each table. */
const highest = {
  api_keys: 5,
  file_areas: 19,
  files: 78,
  forums: 14,
  help_agents: 22,
  help_audit: 8101,
  help_attachments: 9102,
  help_calendars: 62,
  help_canned_responses: 51,
  help_email_accounts: 82,
  help_inbound_mails: 9403,
  help_outgoing_mails: 9305,
  help_queues: 4,
  help_requesters: 71,
  help_rules: 81,
  help_sla_plans: 82,
  help_tags: 31,
  help_ticket_messages: 9003,
  help_tickets: 1234,
  help_topics: 42,
  know_comments: 8503,
  know_exports: 8601,
  know_imports: 8701,
  know_pages: 110,
  know_revisions: 8510,
  learn_activities: 536,
  learn_actor_deletions: 7612,
  learn_attempts: 544,
  learn_calendar_feeds: 7302,
  learn_categories: 600,
  learn_certificate_templates: 571,
  learn_certificates: 562,
  learn_cohort_invites: 6601,
  learn_cohorts: 6503,
  learn_courses: 507,
  learn_enrollments: 569,
  learn_lessons: 526,
  learn_live_sessions: 7102,
  learn_live_visits: 7202,
  learn_modules: 516,
  learn_questions: 594,
  learn_record_forwarders: 7622,
  learn_scorm_packages: 582,
  listing_categories: 9,
  listings: 45,
  posts: 4503,
  reports: 62,
  scim_requests: 71,
  scim_tokens: 5,
  threads: 118,
  users: 324,
  webhook_deliveries: 90210,
  webhook_endpoints: 17,
} as const

/** Takes the ids up to those of the examples out of the sequences, so that no later row gets one. */
export async function reserveIds(tx: Tx): Promise<void> {
  for (const [table, id] of Object.entries(highest)) {
    const sequence = sql.lit(`${table}_id_seq`)
    const { rows } = await sql<{ taken: number }>`select nextval(${sequence}) as taken`.execute(tx)
    const left = id - (rows[0]?.taken ?? 0)
    if (left <= 0) continue
    const places = `[${'0,'.repeat(left - 1)}0]`
    await sql`select count(nextval(${sequence})) from json_array_elements(${places}::json)`.execute(
      tx,
    )
  }
}

/** Inserts rows with the ids they name; what is there already under one of its keys stays. */
export async function insertRows(
  tx: Tx,
  tenantId: number,
  table: keyof Tables,
  rows: readonly Row[],
): Promise<void> {
  const columns = sql.join(
    ['tenant_id', ...Object.keys(rows[0] ?? {})].map((name) => sql.ref(name)),
  )
  const values = JSON.stringify(rows.map((row) => ({ tenant_id: tenantId, ...row })))
  await sql`
    insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${values}::json)
    on conflict do nothing returning tenant_id`.execute(tx)
}
