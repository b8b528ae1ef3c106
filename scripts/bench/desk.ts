import { operations } from '@mobieus/contract'
import assert from 'node:assert/strict'
import pg from 'pg'
import { start } from './contenders.ts'
import type { BenchDatabase } from './database.ts'
import { call } from './http.ts'
import { fillDesk, type ScaleTenant } from './scale-fill.ts'
import { GIVING_QUEUE, HITS } from './scale-fill-help.ts'
import { SCALE_ROWS } from './scale-operations.ts'
import { inGrown, measureOperations, setupOf, type ScaleResult, type Sizes } from './scale.ts'
import { BASE_DOMAIN } from './servers/setup.ts'
import { quantile } from './statistics.ts'

/** The cost of a search or a new ticket of the large help desk on one server. */
export interface DeskResult {
  readonly what: string
  readonly server: 'this server' | 'node:http + pg'
  readonly p50Ms: number
  readonly p95Ms: number
  readonly cpuUs: number
  readonly trips: number
}

/**
 * The help desk with ten thousand tickets and with a million: each of its operations, by the table of the scale.
 * A search and a new ticket with agent and SLA follow, beside a bare server that does no more than the queries.
 */
export async function measureDesk(
  database: BenchDatabase,
  sizes: Sizes,
  log: (line: string) => void,
): Promise<{ readonly scale: ScaleResult[]; readonly desk: DeskResult[] }> {
  return inGrown(database, sizes, fillDesk, log, async (grown) => {
    const rows = SCALE_ROWS.filter(({ operation }) => operations[operation].surface === 'help')
    const scale = await measureOperations(database, grown, rows, sizes, log)
    return { scale, desk: await besideBare(database, grown.large, sizes.quick ? 60 : 300) }
  })
}

const TABLES = [
  ...['help_tickets', 'help_ticket_messages', 'help_ticket_words', 'help_audit', 'arrivals'],
]

async function besideBare(
  database: BenchDatabase,
  tenant: ScaleTenant,
  requests: number,
): Promise<DeskResult[]> {
  const setup = setupOf(database, tenant)
  const running = [await start('ours', setup), await start('desk', setup)] as const
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    const written: number[][] = []
    for (const { port } of running) written.push(await rowsOf(owner, tenant, port))
    assert.deepEqual(written[1], written[0], `rows of ${TABLES.join(', ')} differ`)
    const results: DeskResult[] = []
    for (const [what, request] of Object.entries(requestsOf(tenant))) {
      const taken: number[][] = [[], []]
      const used = [
        { cpuUs: 0, trips: 0 },
        { cpuUs: 0, trips: 0 },
      ]
      for (let i = 0; i < requests + 20; i++)
        for (const side of i % 2 === 0 ? [0, 1] : [1, 0]) {
          const server = running[side as 0 | 1]
          const before = await server.usage()
          const reply = await call(server.port, request)
          const after = await server.usage()
          if (reply.status >= 300) throw new Error(`${server.name} ${what}: ${reply.text}`)
          if (i < 20) continue
          taken[side]?.push(reply.ms)
          const sum = used[side] as { cpuUs: number; trips: number }
          sum.cpuUs += after.cpuUs - before.cpuUs
          sum.trips += after.trips - before.trips
        }
      for (const side of [0, 1] as const)
        results.push({
          ...{ what, server: side === 0 ? 'this server' : 'node:http + pg' },
          p50Ms: quantile(taken[side] ?? [], 0.5),
          p95Ms: quantile(taken[side] ?? [], 0.95),
          cpuUs: (used[side]?.cpuUs ?? 0) / requests,
          trips: Math.round((used[side]?.trips ?? 0) / requests),
        })
    }
    return results
  } finally {
    await Promise.all([owner.end(), ...running.map((server) => server.stop())])
  }
}

const requestsOf = (tenant: ScaleTenant) => {
  const headers = {
    host: `${tenant.slug}.${BASE_DOMAIN}`,
    authorization: `Bearer ${tenant.key}`,
    'content-type': 'application/json',
  }
  const path = '/api/v1/helpdesk/tickets'
  const queue_id = tenant.from.help_queues + GIVING_QUEUE
  const ticket = { queue_id, subject: 'The refund has not come', body: 'It was due long ago.' }
  const create = { method: 'POST', path, headers, body: JSON.stringify(ticket) }
  return {
    [`search, ${HITS} hits`]: { path: `${path}?q=rare`, headers },
    'search, more than are ranked': { path: `${path}?q=refund`, headers },
    'a ticket with agent and SLA': create,
  }
}

/** How many rows a new ticket leaves in each table. */
async function rowsOf(owner: pg.Client, tenant: ScaleTenant, port: number): Promise<number[]> {
  const count = async () => {
    const counts = TABLES.map(
      (table) => `(select count(*)::int from ${table} where tenant_id = $1)`,
    )
    const { rows } = await owner.query({
      text: `select ${counts.join(', ')}`,
      values: [tenant.id],
      rowMode: 'array',
    })
    return rows[0] as number[]
  }
  const create = requestsOf(tenant)['a ticket with agent and SLA']
  // The first ticket of a member writes the requester as well.
  await call(port, create as Parameters<typeof call>[1])
  const before = await count()
  const reply = await call(port, create as Parameters<typeof call>[1])
  assert.equal(reply.status, 201, reply.text)
  const after = await count()
  return after.map((rows, i) => rows - (before[i] as number))
}
