import type { Filled, InsertRows } from './scale-fill.ts'

/** The tables of live sessions; cohorts are those of identity providers as well. */
export const COHORT_TABLES = [
  'learn_live_sessions',
  'learn_calendar_feeds',
  'learn_actor_deletions',
  'learn_record_forwarders',
] as const

/** Invitations whose time is over: three batches, whatever the size. */
const OLD_INVITES = 1_500

/** The number before the first cohort with seats: groups of an identity provider come before. */
export const grantsFrom = ({ rows, from }: Pick<Filled, 'rows' | 'from'>): number =>
  from.learn_cohorts + 10 * rows

/** Fills cohorts with seats, of which the first has all members, and live sessions: half of them are going on. */
export async function fillCohorts(insert: InsertRows, filled: Filled): Promise<void> {
  const { rows, from } = filled
  const [first, member] = [grantsFrom(filled), `${from.users} + 1 + i % 100`]
  await insert(
    'learn_cohorts',
    `id, source, name, name_key, course_id, buyer_user_id, seat_count, source_reference,
     created_at, updated_at`,
    `${first} + i, 'grant', 'Cohort', 'cohort', ${from.learn_courses} + 1 + 2 * (i % ${rows / 2}),
     ${member}, 20, 'inv-' || i, now(), now()`,
  )
  await insert(
    'learn_cohort_members',
    'cohort_id, user_id, joined_at',
    `${first} + 1, ${from.users} + i, now()`,
  )
  const invites = 'cohort_id, email, email_key, status, created_at, sent_at'
  const invited = (cohort: string, at: string) =>
    `${cohort}, 'm-' || i || '@example.com', 'm-' || i || '@example.com', 'sent', ${at}, ${at}`
  await insert('learn_cohort_invites', invites, invited(`${first} + 1`, 'now()'), 100)
  const past = invited(`${first} + 2`, `now() - interval '1 year'`)
  await insert('learn_cohort_invites', invites, past, OLD_INVITES)
  await fillSessions(insert, filled)
}

/** A session of each row, visits of the first, and feeds that are revoked. */
async function fillSessions(insert: InsertRows, { rows, from }: Filled): Promise<void> {
  const [member, live] = [`${from.users} + 1 + i % 100`, 'i % 2 = 0']
  const start = `case when ${live} then now() - interval '1 minute' else now() + i * interval '1 hour' end`
  await insert(
    'learn_live_sessions',
    `id, course_id, title, description, starts_at, ends_at, timezone, local_time, join_url, host_user_id,
     created_at, updated_at`,
    `${from.learn_live_sessions} + i, ${from.learn_courses} + 1 + i % ${rows}, 'Questions', '', ${start},
     ${start} + interval '1 day', 'Europe/Berlin', 'exact', 'https://meet.example.com/j/1', ${member},
     now(), now()`,
  )
  await insert(
    'learn_live_visits',
    'session_id, user_id, joined_at, left_at',
    `${from.learn_live_sessions} + 1, ${member}, now(), now()`,
  )
  await insert(
    'learn_calendar_feeds',
    'id, user_id, label, token_hash, created_at, revoked_at',
    `${from.learn_calendar_feeds} + i, ${member}, 'Desk', sha256(convert_to(i::text, 'UTF8')), now(), now()`,
  )
  await insert(
    'learn_actor_deletions',
    'id, user_id, refs, remaining, created_at, finished_at',
    `${from.learn_actor_deletions} + i, ${member}, '{}', 0, now(), now()`,
  )
  await insert(
    'learn_record_forwarders',
    'id, label, url, username, password, user_id, after_stored, after_id, created_at, updated_at',
    `${from.learn_record_forwarders} + i, 'Archive', 'https://93.184.215.14/xapi', 'retro', 'none', ${member},
     now(), 0, now(), now()`,
  )
}
