import { connect, type Database } from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { createToken } from '@mobieus/domain/scim'
import pg from 'pg'
import { fillUsers } from '../../test/support/scim/fill-users.ts'
import type { BacklogCost } from './backlog.ts'
import { start, type Contender } from './contenders.ts'
import { APP_SECRET, type BenchDatabase } from './database.ts'
import { call } from './http.ts'
import { resultOf, type ScaleResult } from './scale.ts'
import { BASE_DOMAIN } from './servers/setup.ts'

/** The users of the small tenant and of the large one. */
export const SCIM_SIZES = { small: 1_000, large: 100_000 }

/** A provider's view of a tenant with so many users. */
interface Side {
  readonly id: number
  readonly users: number
  readonly headers: Readonly<Record<string, string>>
  /** The ids of groups by their number of members. */
  readonly groups: ReadonlyMap<number, number>
}

interface Asked {
  readonly side: Side
  readonly path: string
  readonly method?: string
  readonly body?: object
}

/**
 * A provider with a thousand users and one with a hundred thousand: filters, and a group of a hundred members. A change
 * of one member is measured in groups of ten and of ten thousand. A large group and a Bulk are bounded in time.
 */
export async function measureScim(
  database: BenchDatabase,
  quick: boolean,
  log: (line: string) => void,
): Promise<{ readonly scimScale: ScaleResult[]; readonly scimCosts: BacklogCost[] }> {
  const db = connect({ url: database.appUrl, max: 2 })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const sides = await Promise.all([
    addSide(db, owner, 'few', SCIM_SIZES.small),
    addSide(db, owner, 'many', SCIM_SIZES.large),
  ])
  await owner.query('vacuum analyze')
  log(`filled: ${SCIM_SIZES.small} and ${SCIM_SIZES.large} users`)
  const setup = { databaseUrl: database.appUrl, appSecret: APP_SECRET, database: true, poolSize: 4 }
  const [small, large] = sides
  const server = await start('ours', {
    ...setup,
    reads: { id: small.id },
    writes: { id: small.id, author: { id: 0, username: 'founder' } },
  })
  try {
    const times = quick ? 20 : 60
    const scimScale: ScaleResult[] = []
    for (const [name, one, other] of pairsOf(small, large)) {
      const taken: [number[], number[]] = [[], []]
      for (let i = 0; i < times + 5; i++)
        for (const at of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const { ms } = await send(server, (at === 0 ? one : other)(i))
          if (i >= 5) taken[at].push(ms)
        }
      const result = resultOf(name, taken, undefined)
      log(`${name}: ${result.ratio.toFixed(2)} ×`)
      scimScale.push(result)
    }
    return { scimScale, scimCosts: await costsOf(server, large, log) }
  } finally {
    await server.stop()
    await owner.end()
    await db.close()
  }
}

const filtered = (side: Side, filter: string): Asked => ({
  side,
  path: `/scim/v2/Users?filter=${encodeURIComponent(filter)}`,
})

/** A user of a side, another one each time. */
const nth = ({ users }: Side, i: number) => 1 + ((i * 37) % users)

type Asking = (i: number) => Asked
/** The same request to both sides, but where a change of a member meets two sizes of groups. */
function* pairsOf(small: Side, large: Side): Generator<readonly [string, Asking, Asking]> {
  const filters: Readonly<Record<string, (n: number, side: Side) => string>> = {
    'userName eq': (n) => `userName eq "Person${n}@example.com"`,
    'externalId eq': (n) => `externalId eq "00u${n}"`,
    'emails.value eq': (n) => `emails.value eq "p${n}@home.example"`,
    'emails[type eq "work"].value eq': (n) =>
      `emails[type eq "work"].value eq "p${n}@work.example"`,
    'meta.lastModified gt, 50 users': (_, { users }) =>
      `meta.lastModified gt "${madeAt(users - 50)}"`,
  }
  for (const [name, filter] of Object.entries(filters))
    yield [
      `listScimUsers, ${name}`,
      (i) => filtered(small, filter(nth(small, i), small)),
      (i) => filtered(large, filter(nth(large, i), large)),
    ]
  const group = (side: Side, members: number) => `/scim/v2/Groups/${side.groups.get(members)}`
  yield [
    'getScimGroup, 100 members',
    () => ({ side: small, path: group(small, 100) }),
    () => ({ side: large, path: group(large, 100) }),
  ]
  const value = [{ value: String(idOf(large, large.users)) }]
  const moved =
    (members: number): Asking =>
    (i) => ({
      ...{ side: large, path: group(large, members), method: 'PATCH' },
      body: { Operations: [{ op: i % 2 === 0 ? 'add' : 'remove', path: 'members', value }] },
    })
  yield ['patchScimGroup, one member of 10 and of 10,000', moved(10), moved(10_000)]
}

async function costsOf(
  server: Pick<Contender, 'port' | 'usage'>,
  large: Side,
  log: (line: string) => void,
): Promise<BacklogCost[]> {
  const path = `/scim/v2/Groups/${large.groups.get(10_000)}`
  let ms = Infinity
  for (let i = 0; i < 3; i++) ms = Math.min(ms, (await send(server, { side: large, path })).ms)
  const operations = Array.from({ length: 1_000 }, (_, n) => ({
    ...{ method: 'POST', path: '/Users', bulkId: `b${n}` },
    data: personOf(1_000_000 + n),
  }))
  const before = await server.usage()
  const bulk = { side: large, path: '/scim/v2/Bulk', method: 'POST' }
  const { text } = await send(server, { ...bulk, body: { Operations: operations } })
  const made = (JSON.parse(text) as { Operations: { status: string }[] }).Operations
  if (made.length < 1_000 || made.some(({ status }) => status !== '201'))
    throw new Error(`not all of the Bulk are created: ${text.slice(0, 500)}`)
  const after = await server.usage()
  const costs = [
    { what: 'a group of 10,000 members', ms, mostMs: 1_000 },
    {
      what: 'a Bulk of 1,000 creates, CPU of the server',
      ms: (after.cpuUs - before.cpuUs) / 1_000,
      mostMs: 2_000,
    },
  ]
  for (const each of costs) log(`${each.what}: ${each.ms.toFixed(0)} ms`)
  return costs
}

async function send(
  server: Pick<Contender, 'port' | 'usage'>,
  { side, body, ...asked }: Asked,
): Promise<{ readonly ms: number; readonly text: string }> {
  const headers = {
    ...side.headers,
    ...(body && { 'content-type': 'application/scim+json' }),
  }
  const reply = await call(server.port, {
    ...asked,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  if (reply.status >= 300) throw new Error(`${asked.path}: ${reply.text}`)
  if (asked.path.includes('filter=') && !/"totalResults":[1-9]/.test(reply.text))
    throw new Error(`${asked.path} finds nobody`)
  return reply
}

/** The n-th user, counted from 1, as a provider sends one; each is one of their own in every attribute that is asked. */
const personOf = (n: number) => ({
  ...{ userName: `Person${n}@example.com`, externalId: `00u${n}`, displayName: `Person ${n}` },
  name: { givenName: `Given ${n % 1000}`, familyName: `Family ${n % 5000}` },
  emails: [
    { value: `p${n}@work.example`, type: 'work', primary: true },
    { value: `p${n}@home.example`, type: 'home' },
  ],
})

const madeAt = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
const firstOf = (users: number) => users * 1_000
const idOf = ({ users }: Pick<Side, 'users'>, n: number) => firstOf(users) + n

async function addSide(db: Database, owner: pg.Client, slug: string, users: number): Promise<Side> {
  const admin = { username: 'founder', email: 'founder@example.com' }
  const { live } = await createTenant(db, { slug, name: slug, plan: 'pro', admin })
  const { tenantId: id } = live
  const { secret } = await createToken(db, { tenantId: id, label: 'bench', expiresAt: null })
  const filled = { count: users, firstId: firstOf(users), personOf }
  await fillUsers((text, values) => owner.query(text, values), id, filled)
  const groups = new Map<number, number>()
  for (const members of [10, 100, 10_000].filter((each) => each < users))
    groups.set(members, await addGroup(owner, id, firstOf(users), members))
  const headers = { host: `${slug}.${BASE_DOMAIN}`, authorization: `Bearer ${secret}` }
  return { id, users, headers, groups }
}

async function addGroup(owner: pg.Client, tenant: number, first: number, members: number) {
  const { rows } = await owner.query<{ id: string }>(
    `insert into learn_cohorts (tenant_id, source, name, name_key, created_at, updated_at)
     values ($1, 'api', $2, lower($2), now(), now()) returning id`,
    [tenant, `Of ${members}`],
  )
  const id = Number(rows[0]?.id)
  await owner.query(
    `insert into learn_cohort_members (tenant_id, cohort_id, user_id, joined_at)
     select $1, $2, $3::bigint + n, now() from generate_series(1, $4) n`,
    [tenant, id, first, members],
  )
  return id
}
