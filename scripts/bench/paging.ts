import pg from 'pg'
import { start } from './contenders.ts'
import type { OperationId } from '../../packages/contract/src/index.ts'
import { createSecrets } from '../../packages/db/src/index.ts'
import { openPage } from '../../packages/domain/src/kit/page.ts'
import type { BenchDatabase } from './database.ts'
import type { BenchTenant } from './fill.ts'
import { call } from './http.ts'
import { requestOf } from './load.ts'
import type { Setup } from './servers/setup.ts'
import { median } from './statistics.ts'

/** One kind of page, and its median latency with few and with many posts. */
export interface PageResult {
  readonly page: string
  readonly smallMs: number
  readonly largeMs: number
  readonly ratio: number
  readonly totals: { readonly small: number; readonly large: number }
}

type Filter = Readonly<Record<string, string | number>>

interface Kind {
  readonly page: string
  readonly filter: (ids: Ids) => Filter
  readonly deep: boolean
}

const none = () => ({})
const byForum = () => ({ forum_slug: 'forum-7' })
const byAuthor = ({ author }: Ids) => ({ author_id: author })
const byBoth = ({ author, forum }: Ids) => ({ author_id: author, forum_slug: forum })

const KINDS: readonly Kind[] = [
  { page: 'first', filter: none, deep: false },
  { page: 'deep', filter: none, deep: true },
  { page: 'first, forum_slug', filter: byForum, deep: false },
  { page: 'deep, forum_slug', filter: byForum, deep: true },
  { page: 'first, author_id', filter: byAuthor, deep: false },
  { page: 'deep, author_id', filter: byAuthor, deep: true },
  { page: 'first, both', filter: byBoth, deep: false },
]

/**
 * The list's latency at two sizes. Both tenants live in the same tables, so that both search the same
 * indexes. Requests alternate between them, one at a time, in an order that changes.
 */
export async function measurePaging(
  setup: Setup,
  { ownerUrl }: BenchDatabase,
  tenants: { readonly small: BenchTenant; readonly large: BenchTenant },
  requests: number,
): Promise<PageResult[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const server = await start('ours', setup)
  try {
    const results: PageResult[] = []
    for (const kind of KINDS) {
      const small = await openSide(client, setup, tenants.small, kind)
      const large = await openSide(client, setup, tenants.large, kind)
      for (let i = 0; i < requests + WARM_UP; i++) {
        const order = i % 2 === 0 ? [small, large] : [large, small]
        for (const side of order) await side.visit(server.port, i >= WARM_UP)
      }
      const [smallMs, largeMs] = [median(small.times), median(large.times)]
      const totals = { small: small.total, large: large.total }
      const { page } = kind
      results.push({ page, smallMs, largeMs, ratio: largeMs / smallMs, totals })
    }
    return results
  } finally {
    await server.stop()
    await client.end()
  }
}

const WARM_UP = 100
const DEPTHS = 20

interface Ids {
  readonly author: number
  readonly forum: string
}

/** One tenant's requests of one kind: twenty deep pages around the middle, or the first page. */
async function openSide(client: pg.Client, setup: Setup, tenant: BenchTenant, kind: Kind) {
  const { rows } = await client.query<{ author: string; forum: string }>(
    `select p.author_id as author, f.slug as forum
     from posts p join forums f on f.tenant_id = p.tenant_id and f.id = p.forum_id
     where p.tenant_id = $1 order by p.id desc offset 1000 limit 1`,
    [tenant.id],
  )
  const [row] = rows as [{ author: string; forum: string }]
  const filter = kind.filter({ author: Number(row.author), forum: row.forum })
  const ids = await idsOf(client, tenant, filter)
  const paths = kind.deep
    ? Array.from({ length: DEPTHS }, (_, i) => {
        const at = Math.floor(ids.length * (0.45 + (0.1 * i) / DEPTHS))
        const key = ids[at] as number
        return pathOf(filter, sealCursor(setup, tenant.id, 'listPosts', filter, key))
      })
    : [pathOf(filter)]
  const times: number[] = []
  const { headers } = requestOf('list', tenant)
  return {
    times,
    total: ids.length,
    async visit(port: number, counts: boolean): Promise<void> {
      const path = paths[times.length % paths.length] as string
      const reply = await call(port, { path, headers: { ...headers } })
      const body = JSON.parse(reply.text) as { total_count: number }
      if (reply.status !== 200 || body.total_count !== ids.length)
        throw new Error(
          `${path}: ${reply.status} ${reply.text.slice(0, 300)}, not ${ids.length} posts`,
        )
      if (counts) times.push(reply.ms)
    },
  }
}

const pathOf = (filter: Filter, cursor?: string) => {
  const query = { ...filter, ...(cursor && { cursor }), limit: 50 }
  return `/api/v1/posts?${new URLSearchParams(query as never)}`
}

/** The server's own cursors: it derives their secret like this. */
export function sealCursor(
  secrets: { readonly appSecret: string },
  tenantId: number,
  operationId: string,
  filter: object,
  key: number,
): string {
  const ctx = { tenantId, operationId: operationId as OperationId, secrets: createSecrets(secrets) }
  return openPage(ctx, filter).seal([key])
}

/** Every post that the filter finds, newest first. */
async function idsOf(client: pg.Client, { id }: BenchTenant, filter: Filter): Promise<number[]> {
  const { rows } = await client.query<{ id: string }>(
    `select p.id from posts p join forums f on f.tenant_id = p.tenant_id and f.id = p.forum_id
     where p.tenant_id = $1 and p.deleted_at is null
       and ($2::bigint is null or p.author_id = $2) and ($3::text is null or f.slug = $3)
     order by p.id desc`,
    [id, filter.author_id ?? null, filter.forum_slug ?? null],
  )
  return rows.map((row) => Number(row.id))
}
