import {
  columnsOf,
  resourceOf,
  userType,
  valuesOf,
} from '../../../packages/domain/src/scim/index.ts'

/** Runs a statement as the role that owns the tables. */
type Query = (text: string, values: unknown[]) => Promise<unknown>

/** The rows of one statement. */
const BATCH = 1000

/**
 * Writes users as the product keeps them, without a request for each; every tenth is banned. `personOf` gives the body
 * that the n-th, counted from 1, was made of; ids begin at `firstId`.
 */
export async function fillUsers(
  query: Query,
  tenantId: number,
  {
    count,
    firstId,
    personOf,
  }: {
    readonly count: number
    readonly firstId: number
    readonly personOf: (n: number) => unknown
  },
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, place) => {
      const n = from + place + 1
      const resource = resourceOf(userType, personOf(n))
      return { n, user_id: firstId + n, resource }
    })
    await insert(
      query,
      'users',
      tenantId,
      rows.map(({ n, user_id }) => memberOf(n, user_id)),
    )
    await insert(
      query,
      'scim_users',
      tenantId,
      rows.map(({ n, user_id, resource }) => {
        const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
        return { user_id, ...columnsOf(resource), ...standingOf(n), created_at: at, updated_at: at }
      }),
    )
    await insert(
      query,
      'scim_user_resources',
      tenantId,
      rows.map(({ user_id, resource }) => ({ user_id, resource })),
    )
    const values = rows.flatMap(({ user_id, resource }) =>
      valuesOf(resource).map((value) => ({ user_id, ...value })),
    )
    await insert(query, 'scim_user_values', tenantId, values)
    // Else references are looked up by a plan that was made while the tables were empty: that took 90 s of 130.
    if (from === 0 && count > BATCH) await query('analyze users, scim_users', [])
  }
}

const isBanned = (n: number) => n % 10 === 0
const standingOf = (n: number) => ({ version: 1, has_active: true, banned: isBanned(n) })

const memberOf = (n: number, id: number) => ({
  ...{ id, username: `made-${n}`, display_name: `Made ${n}`, role: isBanned(n) ? 1 : 2 },
})

async function insert(query: Query, table: string, tenantId: number, rows: readonly object[]) {
  if (rows.length === 0) return
  const names = Object.keys(rows[0] as object)
  const columns = ['tenant_id', ...names].join(', ')
  await query(
    `insert into ${table} (${columns}) overriding system value
     select $1, ${names.map((name) => `r.${name}`).join(', ')}
     from jsonb_populate_recordset(null::${table}, $2) r`,
    [tenantId, JSON.stringify(rows)],
  )
}
