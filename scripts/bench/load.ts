import autocannon from 'autocannon'
import type { Contender } from './contenders.ts'
import type { BenchTenant } from './fill.ts'
import { BASE_DOMAIN } from './servers/setup.ts'

/** The measurements of one round of one contender. */
export interface Sample {
  readonly requests: number
  readonly cpuUs: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

export const operations = ['list', 'create'] as const
export type Operation = (typeof operations)[number]

const CONNECTIONS = 16
const REPLY = 'The picture rolls after ten minutes. Is it worth doing them all at once?'

/** The benched request, as headers, path and body. */
export const requestOf = (operation: Operation, tenant: BenchTenant) => ({
  method: operation === 'list' ? ('GET' as const) : ('POST' as const),
  path: operation === 'list' ? '/api/v1/posts?limit=50' : '/api/v1/posts',
  headers: {
    host: `${tenant.slug}.${BASE_DOMAIN}`,
    authorization: `Bearer ${tenant.secret}`,
    ...(operation === 'create' && { 'content-type': 'application/json' }),
  },
  body:
    operation === 'create'
      ? JSON.stringify({ thread_id: tenant.threadId, body: REPLY })
      : undefined,
})

/** Loads a contender for so long. Throws when any answer is not a success. */
export async function load(
  contender: Contender,
  operation: Operation,
  tenant: BenchTenant,
  seconds: number,
): Promise<Sample> {
  const { path, ...request } = requestOf(operation, tenant)
  const before = await contender.usage()
  const result = await autocannon({
    ...request,
    url: `http://127.0.0.1:${contender.port}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 100,
  })
  const after = await contender.usage()
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0)
    throw new Error(
      `${contender.name} ${operation}: ${result['2xx']} answers, ${result.non2xx} failures, ${result.errors} errors`,
    )
  return {
    requests: result['2xx'],
    cpuUs: (after.cpuUs - before.cpuUs) / result['2xx'],
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  }
}
