import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { connect, migrate } from '../packages/db/src/index.ts'
import { createToken } from '../packages/domain/src/scim/index.ts'
import { localFetch } from '../test/support/http/local-fetch.ts'
import { addTenant } from '../test/support/http/tenants.ts'
import { startProcess } from '../test/support/process/processes.ts'
import { startThrowaway } from '../test/support/process/throwaway.ts'
import { fillUsers } from '../test/support/scim/fill-users.ts'

/**
 * `npm run check:scim-groups`: a group of 10,000 users answers within a second. A PATCH of one of its members takes as
 * long as in a group of ten. A bulk request of 1,000 creates takes less than two seconds of CPU.
 */
const USERS = 10_000
const ROUNDS = 60
const BOUNDS = { answerMs: 1000, ratio: 1.5, cpuMs: 2000 }

const files = await mkdtemp(path.join(tmpdir(), 'mobieus-scim-files-'))
const embedded = await startThrowaway('scim-groups')
const { appUrl } = await migrate({ url: embedded.url, appSecret: 'test-secret-of-16' })
const db = connect({ url: appUrl, max: 2 })
const owner = new pg.Client({ connectionString: embedded.url })
await owner.connect()
try {
  const server = await startProcess(appUrl, { DATA_DIR: files })
  const tenant = await addTenant(db, server.port, [], { slug: 'scim' })
  const { tenantId } = tenant.live
  const firstId = 1_000_000
  const personOf = (n: number) => ({ userName: `person-${n}@example.com` })
  const rows = { count: USERS, firstId, personOf }
  await fillUsers((text, given) => owner.query(text, given), tenantId, rows)
  await owner.query('vacuum analyze')
  const { secret } = await createToken(db, { tenantId, label: 'groups', expiresAt: null })
  const send = async (method: string, at: string, body?: object) => {
    const began = performance.now()
    const answer = await localFetch(`http://scim.localhost:${server.port}/scim/v2${at}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (answer.status >= 300) throw new Error(`${method} ${at}: ${answer.status} ${text}`)
    return { ms: performance.now() - began, text }
  }
  const idOf = (n: number) => String(firstId + n)
  const groupOf = async (size: number): Promise<string> => {
    const members = Array.from({ length: size }, (_, n) => ({ value: idOf(n + 1) }))
    const { text } = await send('POST', '/Groups', { displayName: `Of ${size}`, members })
    return JSON.parse(text).id
  }
  const [small, large] = [await groupOf(10), await groupOf(USERS - 1)]
  const answers = []
  for (let n = 0; n < 5; n++) answers.push((await send('GET', `/Groups/${large}`)).ms)
  const times = { small: [] as number[], large: [] as number[] }
  const change = (op: string) => ({
    Operations: [{ op, path: 'members', value: [{ value: idOf(USERS) }] }],
  })
  for (let n = 0; n < ROUNDS; n++)
    for (const [name, id] of Object.entries({ small, large }))
      times[name as keyof typeof times].push(
        (await send('PATCH', `/Groups/${id}`, change(n % 2 === 0 ? 'add' : 'remove'))).ms,
      )
  const Operations = Array.from({ length: 1000 }, (_, n) => ({
    ...{ method: 'POST', path: '/Users', bulkId: `b${n}` },
    data: { userName: `bulk-${n}@example.com`, name: { givenName: 'Bulk', familyName: `No ${n}` } },
  }))
  const before = cpuMsOf(server.pid)
  const bulk = await send('POST', '/Bulk', { Operations })
  const cpuMs = cpuMsOf(server.pid) - before
  const made = JSON.parse(bulk.text).Operations.filter(({ status }: never) => status === '201')
  const ratio = medianOf(times.large) / medianOf(times.small)
  const answerMs = Math.max(...answers)
  console.log(
    `a group of ${USERS - 1}: median ${round(medianOf(answers))} ms, slowest ${round(answerMs)} ms`,
  )
  console.log(
    `PATCH of one member: ${round(medianOf(times.small))} ms of ten, ${round(medianOf(times.large))} ms of ${USERS - 1}: ${ratio.toFixed(2)} ×`,
  )
  console.log(
    `bulk: ${made.length} of 1000 created, ${cpuMs} ms of CPU, ${round(bulk.ms)} ms in all`,
  )
  const isWithin =
    answerMs < BOUNDS.answerMs &&
    ratio <= BOUNDS.ratio &&
    cpuMs < BOUNDS.cpuMs &&
    made.length === 1000
  if (!isWithin) process.exitCode = 1
  await server.stop()
} finally {
  await owner.end()
  await db.close()
  await embedded.stop()
  await rm(files, { recursive: true, force: true })
}

/** The CPU that a process has used, its own and the system's for it. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] as number
}

function round(ms: number): string {
  return ms.toFixed(1)
}
