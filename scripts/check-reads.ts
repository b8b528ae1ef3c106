import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { connect, migrate } from '../packages/db/src/index.ts'
import { surfaces } from '../packages/domain/src/index.ts'
import { checkCounters } from '../packages/domain/src/platform/index.ts'
import { localFetch } from '../test/support/http/local-fetch.ts'
import { promises, readOwnWrites, type Ask } from '../test/support/http/own-writes.ts'
import { addTenant } from '../test/support/http/tenants.ts'
import { startProcess, startWorkerProcess } from '../test/support/process/processes.ts'
import { slowCommits } from '../test/support/process/slow-commits.ts'
import { startThrowaway } from '../test/support/process/throwaway.ts'

/**
 * The whole proof that callers see what they did. Clients write on one server and ask another one at once,
 * while a worker places what they write. `--rounds N --clients N` make it longer or shorter.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string' }, clients: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 10_000)
const clients = Number(values.clients ?? 8)
const began = Date.now()
const seconds = () => Math.round((Date.now() - began) / 1000)

const files = await mkdtemp(path.join(tmpdir(), 'mobieus-reads-files-'))
const embedded = await startThrowaway('reads', { durable: true })
// The longer a placing takes, the more requests come meanwhile.
await slowCommits(embedded.url, 2)
const { appUrl } = await migrate({ url: embedded.url, appSecret: 'test-secret-of-16' })
const db = connect({ url: appUrl, max: 2 })
try {
  const env = { DATA_DIR: files }
  const [one, other, worker] = await Promise.all([
    startProcess(appUrl, env),
    startProcess(appUrl, env),
    startWorkerProcess(appUrl, env),
  ])
  const tenant = await addTenant(db, one.port, [], { slug: 'reads' })
  const key = await tenant.key()
  const asking =
    (port: number): Ask =>
    async (path, body) => {
      const answer = await localFetch(`http://${tenant.slug}.localhost:${port}/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      if (answer.ok) return answer.json()
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    }
  /** The transactions in which a server has placed something for those who read. */
  const placings = async ({ port }: { port: number }) => {
    const text = await (await localFetch(`http://127.0.0.1:${port}/metrics`)).text()
    return Number(/^mobieus_log_placings_total (\d+)$/m.exec(text)?.[1])
  }

  let next = 0.1
  const broken = await readOwnWrites({
    servers: [asking(one.port), asking(other.port)],
    rounds,
    clients,
    onRound(done) {
      if (done < next * rounds) return
      console.log(`${done} rounds after ${seconds()} s`)
      next += 0.1
    },
  })
  const drift = await checkCounters(db, surfaces, tenant.live.tenantId)
  const placed = (await Promise.all([one, other].map(placings))).reduce((sum, n) => sum + n)
  await Promise.all([one.stop(), other.stop(), worker.stop()])

  const verdicts: [string, readonly unknown[]][] = [
    ...Object.entries(promises).map(([name, promise]): [string, readonly string[]] => [
      promise,
      broken[name as keyof typeof promises],
    ]),
    ['counters, with what is not placed, are what there is', drift],
    [
      'readers came before the worker, some of the time',
      placed > rounds / 100 ? [] : [`${placed} times`],
    ],
  ]
  console.log({ rounds, clients, seconds: seconds(), placedForReaders: placed })
  for (const [promise, faults] of verdicts) {
    console.log(`${faults.length === 0 ? 'yes' : `no, ${faults.length} times`}: ${promise}`)
    for (const fault of faults.slice(0, 5)) console.log('    ', fault)
    if (faults.length > 0) process.exitCode = 1
  }
} finally {
  await db.close()
  await embedded.stop()
  await rm(files, { recursive: true, force: true })
}
