import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import pg from 'pg'
import type { SystemWriting } from '../../packages/domain/src/kit/index.ts'
import { bySystem } from '../../packages/domain/src/platform/index.ts'
import { findSignInByName } from '../../packages/domain/src/admin/session.store.ts'
import { purgeSignIns } from '../../packages/domain/src/admin/sign-in.ts'
import { isQuarantined } from '../../packages/domain/src/core/files.store.ts'
import { expireListings } from '../../packages/domain/src/core/listing-expiry.ts'
import { listListings } from '../../packages/domain/src/core/listings.store.ts'
import { purgeLeftUsers } from '../../packages/domain/src/core/member-purge.ts'
import { listUsers } from '../../packages/domain/src/core/users.store.ts'
import { keySecretsPurge } from '../../packages/domain/src/platform/index.ts'
import { purgeIdempotencyKeys } from '../../packages/domain/src/platform/stored-answers.store.ts'
import { fillTenant, type ScaleTenant } from '../../scripts/bench/scale-fill.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** The rows that are read in a tenant of whose thousands nearly all are over and done with. */

const ROWS = 4_000
const first = { after: undefined, limit: 10, seal: String }
const now = new Date()

let platform: Platform
let tenant: ScaleTenant
beforeAll(async () => {
  platform = await startPlatform()
  const owner = new pg.Client({ connectionString: platform.ownerUrl })
  await owner.connect()
  await owner.query('set session_replication_role = replica')
  tenant = await fillTenant(platform.db, owner, 'grown', ROWS)
  await owner.query('analyze').finally(() => owner.end())
}, 60_000)
afterAll(() => platform.close())

/**
 * The most rows that it reads of any one table; of the few hundred keys PostgreSQL may read all.
 */
const rowsReadBy = (work: (ctx: SystemWriting) => Promise<unknown>): Promise<number> =>
  bySystem(platform.db, tenant.id, now, async (ctx) => {
    // Earlier reads of this connection stay in the numbers until it reports them, so they are
    // subtracted.
    const before = await readSoFar(ctx)
    await work(ctx)
    const after = await readSoFar(ctx)
    return Math.max(...[...after].map(([table, read]) => read - (before.get(table) ?? 0)))
  })

async function readSoFar({ tx }: SystemWriting): Promise<Map<string, number>> {
  const { rows } = await sql<{ relname: string; read: number }>`
    select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) as read
    from pg_stat_xact_user_tables where relname <> 'api_keys'`.execute(tx)
  return new Map(rows.map(({ relname, read }) => [relname, read]))
}

test.each<[string, (ctx: SystemWriting) => Promise<unknown>]>([
  ['members, the newer half of whom have left', (ctx) => listUsers(ctx, {}, first)],
  ['whom a link to the console is for', (ctx) => findSignInByName(ctx, 3)],
  ['a file in quarantine', (ctx) => isQuarantined(ctx, 'quarantine/1/none')],
])('finds %s without reading the rest', async (_, work) => {
  expect(await rowsReadBy(work)).toBeLessThan(100)
})

/** A batch, and what is due: of so few PostgreSQL may read all to sort them. */
const MOST = 500 + 1_500 + 100

test('a batch of a purge reads what is due, and nothing else', async () => {
  const purges = {
    ...{ expireListings, purgeIdempotencyKeys },
    purgeEndedSecrets: keySecretsPurge.run,
    ...{ purgeLeftUsers, purgeSignIns },
  }
  for (const [name, purge] of Object.entries(purges)) {
    let changed = 0
    const read = await rowsReadBy(async (ctx) => {
      changed = await purge(ctx, now)
    })
    expect({ name, changed }).toEqual({ name, changed: name === 'purgeSignIns' ? 1_000 : 500 })
    expect({ name, few: read <= MOST, read }).toEqual({ name, few: true, read })
  }
})

test('a page of expired listings reads that page', async () => {
  const status = 'expired'
  while ((await bySystem(platform.db, tenant.id, now, (ctx) => expireListings(ctx, now))) > 0);
  let page: Awaited<ReturnType<typeof listListings>> | undefined
  const read = await rowsReadBy(async (ctx) => {
    page = await listListings(ctx, { status }, first, now)
  })
  expect(page?.rows).toHaveLength(11)
  expect(page?.total).toBeGreaterThan(ROWS / 5)
  expect(read).toBeLessThan(100)
})
