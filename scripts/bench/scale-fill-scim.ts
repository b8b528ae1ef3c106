import type { Filled, InsertRows } from './scale-fill.ts'
import { DUE } from './scale-fill-work.ts'

/** The tables of an identity provider. */
export const SCIM_TABLES = ['scim_tokens', 'scim_requests', 'learn_cohorts'] as const

const TOKENS = 5
/** Deleted groups, and their members: three batches of their purge, whatever the size. */
const [DELETED, LEFT_OVER] = [15, 15_000]

/** Fills what a provider has done over the years: its log, of which some is old, and groups, of which some are deleted. */
export async function fillScim(insert: InsertRows, { rows, from }: Filled): Promise<void> {
  const at = `now() - (${rows} - i) * interval '1 second'`
  await insert(
    'scim_tokens',
    'id, label, prefix, created_at',
    `${from.scim_tokens} + i, 'Token ' || i, 'ms_scim_0000', now()`,
    TOKENS,
  )
  await insert(
    'scim_requests',
    `id, token_id, operation, resource_type, resource_id, user_id, status, request_id, after, created_at`,
    `${from.scim_requests} + i, ${from.scim_tokens} + 1 + i % ${TOKENS}, 'createScimUser', 'User',
     (${from.users} + i)::text, ${from.users} + i, 201, 'req_' || i, '{"userName": "somebody"}',
     case when i <= ${DUE} then now() - interval '100 days' else ${at} end`,
  )
  const dead = `i > ${rows}`
  await insert(
    'learn_cohorts',
    'id, source, name, name_key, created_at, updated_at, deleted_at',
    `${from.learn_cohorts} + i, 'api', 'Group ' || i, 'group ' || i, ${at}, ${at},
     case when ${dead} then now() - interval '1 hour' end`,
    rows + DELETED,
  )
  const first = from.learn_cohorts
  await insert(
    'learn_cohort_members',
    'cohort_id, user_id, joined_at',
    `${first} + i, ${from.users} + 1 + i % 100, now()`,
  )
  await insert(
    'learn_cohort_members',
    'cohort_id, user_id, joined_at',
    `${first + rows} + 1 + i % ${DELETED}, ${from.users} + 1 + i / ${DELETED}, now()`,
    LEFT_OVER,
  )
}
