import { names, start, type Contender, type Name } from './contenders.ts'
import type { BenchTenant } from './fill.ts'
import { call } from './http.ts'
import { load, operations, requestOf, type Operation, type Sample } from './load.ts'
import type { Setup } from './servers/setup.ts'
import { median } from './statistics.ts'
import { verify } from './verify.ts'

/** One line of the report: medians over the rounds of one contender and operation. */
export interface Result {
  readonly name: Name
  readonly operation: Operation
  readonly database: boolean
  readonly cpuUs: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Round trips to PostgreSQL for one request. */
  readonly trips: number
  /** CPU time as a multiple of (a) and of (c): the median of the ratios within each round. */
  readonly toBare: number
  readonly toFastify: number
}

export interface Plan {
  readonly rounds: number
  readonly seconds: number
  /** Requests before the first round, for the compiler to settle. */
  readonly warmUp: number
}

/**
 * Loads all contenders in turn, round after round, each round in another order. Other work of the
 * machine then meets all of them, and a ratio compares neighbours in time.
 */
export async function compare(
  setup: Setup,
  { reads, writes }: { readonly reads: BenchTenant; readonly writes: BenchTenant },
  { rounds, seconds, warmUp }: Plan,
  log: (line: string) => void,
): Promise<Result[]> {
  // How statements are prepared makes no difference where there are none.
  const taking = setup.database ? names : names.filter((name) => name !== 'unnamed')
  const running = await Promise.all(taking.map((name) => start(name, setup)))
  const tenantOf = (operation: Operation) => (operation === 'list' ? reads : writes)
  const where = setup.database ? 'with the database' : 'without'
  try {
    await verify(running, reads, writes)
    const results: Result[] = []
    for (const operation of operations) {
      const tenant = tenantOf(operation)
      for (const contender of running) await warm(contender, operation, tenant, warmUp)
      const samples = new Map<Name, Sample[]>(taking.map((name) => [name, []]))
      for (let round = 0; round < rounds; round++) {
        for (let i = 0; i < running.length; i++) {
          const contender = running[(i + round) % running.length] as Contender
          samples.get(contender.name)?.push(await load(contender, operation, tenant, seconds))
        }
        const line = taking.map((name) => `${name} ${samples.get(name)?.at(-1)?.cpuUs.toFixed(0)}`)
        log(`${operation} ${where}, round ${round + 1} of ${rounds}: ${line.join(', ')} µs`)
      }
      for (const contender of running) {
        const trips = await countTrips(contender, operation, tenant)
        results.push({
          ...summarise(contender.name, samples),
          operation,
          database: setup.database,
          trips,
        })
      }
    }
    return results
  } finally {
    await Promise.all(running.map((contender) => contender.stop()))
  }
}

/** Loads a contender until it has answered so many requests, for ten seconds at most. */
async function warm(
  contender: Contender,
  operation: Operation,
  tenant: BenchTenant,
  requests: number,
): Promise<void> {
  let answered = 0
  for (let second = 0; second < 10 && answered < requests; second++)
    answered += (await load(contender, operation, tenant, 1)).requests
}

const COUNTED = 50

/** Requests one after the other, so that nothing else shares a trip with them. */
async function countTrips(
  contender: Contender,
  operation: Operation,
  tenant: BenchTenant,
): Promise<number> {
  const request = requestOf(operation, tenant)
  const before = await contender.usage()
  for (let i = 0; i < COUNTED; i++)
    await call(contender.port, { ...request, headers: { ...request.headers } })
  const after = await contender.usage()
  // A server that writes something every few seconds adds a fraction.
  return Math.round((after.trips - before.trips) / COUNTED)
}

function summarise(name: Name, all: ReadonlyMap<Name, readonly Sample[]>) {
  const samples = all.get(name) as readonly Sample[]
  const of = (field: keyof Sample) => median(samples.map((sample) => sample[field]))
  const ratioTo = (other: Name) =>
    median(
      samples.map((sample, round) => sample.cpuUs / (all.get(other)?.[round]?.cpuUs as number)),
    )
  return {
    name,
    cpuUs: of('cpuUs'),
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    toBare: ratioTo('bare'),
    toFastify: ratioTo('fastify'),
  }
}
