import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import { createAddressGuard } from '../../packages/domain/src/kit/index.ts'
import { learn } from '../../packages/domain/src/learn/index.ts'
import { lockRecords } from '../../packages/domain/src/learn/xapi/statements/writing.store.ts'
import { doTasks } from '../../packages/domain/src/platform/index.ts'
import { createPoster } from '../../packages/worker/src/webhooks/post.ts'
import { mailing } from '../support/fake/post.ts'
import { answering, startReceiver } from '../support/fake/receiver.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/** Statements that are stored, deleted and sent on. */

let platform: Platform
beforeAll(async () => {
  // Forwarders may lead to this machine.
  platform = await startPlatform({ config: { webhookAllowPrivate: true } })
})
afterAll(async () => {
  await poster.close()
  await platform.close()
})

const poster = createPoster(createAddressGuard({ allowPrivate: true }))

/** Does the tasks of Learn that are due. */
async function work(tenantId: number): Promise<void> {
  const { db, storage, clock } = platform
  const post = { send: async () => undefined }
  const services = { db, storage, scan: async () => true, ...mailing(post), poster }
  const failures: unknown[] = []
  const worker = { ...services, clock: clock.now, surfaces: [learn] }
  await doTasks(worker, tenantId, 100, (error) => void failures.push(error))
  expect(failures).toEqual([])
}

const BASE = '/api/v1/learn/xapi'
const BEES = 'https://example.org/courses/bees'
const SPOKE = 'https://example.org/verbs/spoke'
const BEN = { objectType: 'Agent', mbox: 'mailto:ben@example.org' }
const spoke = (more: object = {}) => ({
  ...{ actor: { mbox: 'mailto:ana@example.org' }, verb: { id: SPOKE }, object: { id: BEES } },
  ...more,
})

describe('the deletion of an actor', () => {
  const [ADA, FILE] = ['mailto:ada@example.org', 'The essay of Ada.']
  const sha1 = createHash('sha1').update(ADA).digest('hex')

  test('takes statements, attachments, documents and names, and nothing of others', async () => {
    const tenant = await platform.addTenant()
    const key = await tenant.key()
    const call = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      platform.call(path, {
        ...{ host: tenant.url, key, body },
        headers: { 'x-experience-api-version': '1.0.3', ...headers },
      })
    const post = (body: unknown) => call(`${BASE}/statements`, body)
    const sha2 = createHash('sha256').update(FILE).digest('hex')
    const attached = (actor: object) => {
      const attachment = {
        ...{ usageType: 'https://example.org/essay', display: { en: 'Essay' } },
        ...{ contentType: 'text/plain', length: FILE.length, sha2 },
      }
      const json = JSON.stringify(spoke({ actor, attachments: [attachment] }))
      const file = `Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n${FILE}`
      const body = `--b\r\nContent-Type: application/json\r\n\r\n${json}\r\n--b\r\n${file}\r\n--b--\r\n`
      return call(`${BASE}/statements`, body, { 'content-type': 'multipart/mixed; boundary=b' })
    }
    const rowsOf = async (table: string) =>
      (await platform.query(`select 1 from ${table} where tenant_id = $1`, [tenant.live.tenantId]))
        .rowCount
    const remove = async (agent: object) => {
      const asked = await call('/api/v1/learn/actor-deletions', { agent: JSON.stringify(agent) })
      expect([asked.status, asked.body.data.status]).toEqual([202, 'queued'])
      const { id } = asked.body.data
      await work(tenant.live.tenantId)
      return (await call(`/api/v1/learn/actor-deletions/${id}`)).body.data
    }
    const { body: ids } = await post([
      spoke({ actor: { mbox: ADA, name: 'Ada' } }),
      spoke({ actor: { mbox_sha1sum: sha1 } }),
      spoke({ object: { objectType: 'Agent', mbox: ADA } }),
      ...Array.from({ length: 240 }, () => spoke({ actor: { mbox: ADA } })),
    ])
    // Others keep what they say of her elsewhere, and lose what led to them through her statements.
    const about = spoke({ context: { instructor: { mbox: ADA } } })
    const referring = (id: string) => spoke({ object: { objectType: 'StatementRef', id } })
    const { body: kept } = await post([about, referring(ids[0])])
    let last = kept[1]
    for (let further = 0; further < 6; further++) [last] = (await post(referring(last))).body
    await attached({ mbox: ADA })
    await attached(BEN)
    const state = `${BASE}/activities/state?activityId=${BEES}&stateId=bookmark&agent=`
    for (const agent of [{ mbox: ADA }, BEN])
      await call(state + encodeURIComponent(JSON.stringify(agent)), '{}')

    const done = await remove({ mbox: ADA })
    expect(done).toMatchObject({ status: 'finished', agent: null, statements: 244, documents: 1 })
    const { body: left } = await call(`${BASE}/statements?ascending=true`)
    expect(left.statements.map(({ id }: Json) => id).slice(0, 2)).toEqual(kept)
    expect(left.statements).toHaveLength(9)
    const hers = encodeURIComponent(JSON.stringify({ mbox: ADA }))
    expect((await call(`${BASE}/statements?agent=${hers}`)).body.statements).toEqual([])
    expect(await rowsOf('learn_xapi_attachments')).toBe(1)
    expect(await rowsOf('learn_xapi_documents')).toBe(1)
    expect(await remove(BEN)).toMatchObject({ statements: 1, documents: 1 })
    expect(await rowsOf('learn_xapi_attachments')).toBe(0)

    const log = await platform.query(
      `select action, actor_id, before, after from audit_log where tenant_id = $1 and action like 'learn_actor%'`,
      [tenant.live.tenantId],
    )
    const entry = { action: 'learn_actor_deletion.created', actor_id: String(tenant.live.adminId) }
    expect(log.rows).toEqual([entry, entry].map((each) => ({ ...each, before: null, after: null })))
  })

  test('is for administrators, and for one agent', async () => {
    const tenant = await platform.addTenant()
    const key = await tenant.key()
    const { rows } = await platform.query(
      `insert into users (tenant_id, username, display_name, role) values ($1, 'mo', 'Mo', 3) returning id`,
      [tenant.live.tenantId],
    )
    const refused = async (agent: string, more: object = {}) => {
      const call = { host: tenant.url, key, body: { agent, ...more } }
      const { status, failure } = await platform.call('/api/v1/learn/actor-deletions', call)
      return [status, failure?.details?.[0]?.field]
    }
    expect(await refused(JSON.stringify(BEN), { actor_id: Number(rows[0].id) })).toEqual([
      422,
      'actor_id',
    ])
    expect(await refused('{"objectType":"Group","member":[]}')).toEqual([422, 'agent'])
    expect(await refused('{')).toEqual([422, 'agent'])
  })
})

describe('a forwarder to another store', () => {
  const FORWARDERS = '/api/v1/learn/record-forwarders'
  const open = async () => {
    const tenant = await platform.addTenant()
    const { id, secret: key } = await tenant.mint()
    const call = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      platform.call(path, {
        ...{ host: tenant.url, key, body },
        headers: { 'x-experience-api-version': '2.0.0', ...headers },
      })
    const list = async () =>
      (await call(`${BASE}/statements?ascending=true`)).body.statements as Json[]
    const forward = async (url: string, username: string, password: string) => {
      const body = { label: 'Other', url, username, password, backlog: true }
      const { status, body: made, text } = await call(FORWARDERS, body)
      expect([status, text.includes(password)]).toEqual([201, false])
      return made.data.id as number
    }
    const read = async (forwarder: number) => (await call(`${FORWARDERS}/${forwarder}`)).body.data
    const turn = async () => {
      platform.clock.advance(3_600_000)
      await work(tenant.live.tenantId)
    }
    return { tenant, id, key, call, list, forward, read, turn }
  }

  test('sends every statement once, in order, as it is answered, and never around', async () => {
    const [one, other] = [await open(), await open()]
    const url = `http://127.0.0.1:${platform.server.port}${BASE}`
    const file = 'An essay.'
    const sha2 = createHash('sha256').update(file).digest('hex')
    const attachment = {
      ...{ usageType: 'https://example.org/essay', display: { en: 'Essay' } },
      ...{ contentType: 'text/plain', length: file.length, sha2 },
    }
    const { body: ids } = await one.call(
      `${BASE}/statements`,
      Array.from({ length: 60 }, (_, i) => spoke({ result: { score: { raw: i } } })),
    )
    await one.call(`${BASE}/statements`, spoke(), { 'x-experience-api-version': '1.0.3' })
    const json = JSON.stringify(spoke({ attachments: [attachment] }))
    const part = `Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n${file}`
    const body = `--b\r\nContent-Type: application/json\r\n\r\n${json}\r\n--b\r\n${part}\r\n--b--\r\n`
    await one.call(`${BASE}/statements`, body, { 'content-type': 'multipart/mixed; boundary=b' })
    const voids = { objectType: 'StatementRef', id: ids[7] }
    await one.call(
      `${BASE}/statements`,
      spoke({ verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object: voids }),
    )
    const there = await one.forward(url, String(other.id), other.key)
    const back = await other.forward(`${url}/`, String(one.id), one.key)
    for (const store of [one, other, one]) await store.turn()

    const [sent, arrived] = [await one.list(), await other.list()]
    const shown = (all: Json[]) =>
      all.map(({ stored: _stored, authority: _authority, ...rest }) => JSON.stringify(rest))
    expect(shown(arrived)).toEqual(shown(sent))
    expect(sent).toHaveLength(62)
    const got = await other.call(`${BASE}/statements?limit=2&attachments=true&verb=${SPOKE}`)
    expect(got.text).toContain(file)
    // The voided one went as well; what came back was there already.
    expect(await one.read(there)).toMatchObject({ status: 'active', statements: 63, refused: 0 })
    expect(await other.read(back)).toMatchObject({ statements: 63, refused: 0, last_error: null })
    const { rows } = await platform.query(
      'select count(*)::int as n from learn_xapi_statements where tenant_id = any($1)',
      [[one.tenant.live.tenantId, other.tenant.live.tenantId]],
    )
    expect(rows[0].n).toBe(126)
  })

  test('waits for a store that is away, steps over what it refuses, and pauses', async () => {
    const { call, forward, read, turn, tenant } = await open()
    const receiver = await startReceiver()
    try {
      const { body: ids } = await call(
        `${BASE}/statements`,
        Array.from({ length: 9 }, () => spoke()),
      )
      const id = await forward(`${receiver.url}/?to=them`, 'retro', 'a-secret-of-theirs')
      receiver.answer = (_, res) => void res.writeHead(503).end()
      await turn()
      const { status, last_error: error, retry_at: again } = await read(id)
      expect([status, error, again]).toEqual(['failing', 'status 503', expect.any(String)])
      expect(receiver.received.map(({ path }) => path)).toEqual(['/hook/statements?to=them'])
      expect(receiver.received[0]?.headers.authorization).toBe(
        `Basic ${btoa('retro:a-secret-of-theirs')}`,
      )
      const taken: string[] = []
      receiver.answer = ({ event }, res) => {
        const all = event.map(({ id: each }: Json) => each) as string[]
        if (all.includes(ids[4])) return void res.writeHead(400).end('no')
        taken.push(...all)
        res.end('[]')
      }
      await turn()
      expect(taken).toEqual(ids.filter((each: string) => each !== ids[4]))
      const told = { status: 'active', statements: 8, refused: 1, last_error: `${ids[4]}: 400 no` }
      expect(await read(id)).toMatchObject(told)

      // A new address gets no password from somebody who does not know it.
      const { failure } = await call(`${FORWARDERS}/${id}`, { url: `${receiver.url}/elsewhere` })
      expect(failure?.details).toMatchObject([{ field: 'password', code: 'required' }])
      const paused = await call(`${FORWARDERS}/${id}`, { is_active: false })
      expect(paused.body.data.status).toBe('paused')
      await call(`${BASE}/statements`, spoke())
      await turn()
      expect(taken).toHaveLength(8)
      await call(`${FORWARDERS}/${id}`, { is_active: true })
      await turn()
      expect(taken).toHaveLength(9)
      expect((await call(`${FORWARDERS}/${id}/delete`, {})).status).toBe(200)
      const log = await platform.query(
        `select action, after::text as text from audit_log where tenant_id = $1 and action like 'learn_record%' order by id`,
        [tenant.live.tenantId],
      )
      expect(log.rows.map(({ action }) => action.split('.')[1])).toEqual([
        ...['created', 'updated', 'updated', 'deleted'],
      ])
      expect(log.rows.some(({ text }) => text?.includes('a-secret'))).toBe(false)
    } finally {
      await receiver.close()
    }
  })

  test('begins behind what is being stored, and is paused after three days of failures', async () => {
    const { call, read, turn, tenant } = await open()
    const { tenantId } = tenant.live
    const receiver = await startReceiver()
    try {
      await call(`${BASE}/statements`, spoke())
      const { making } = await transact(platform.db, tenantId, async ({ tx }) => {
        await lockRecords({ tx, tenantId }, false)
        const body = { label: 'Other', url: receiver.url, username: 'retro', password: 'theirs' }
        const making = call(FORWARDERS, body)
        const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`
        await until(async () => (await platform.query(waiting)).rowCount === 1)
        return { making }
      })
      const { id } = (await making).body.data
      const { body: fresh } = await call(`${BASE}/statements`, spoke())
      await turn()
      const got = receiver.received.flatMap(({ event }) => event.map((each: Json) => each.id))
      expect(got).toEqual(fresh)

      receiver.answer = answering(503)
      await call(`${BASE}/statements`, spoke())
      await turn()
      platform.clock.advance(70 * 3_600_000)
      await turn()
      expect((await read(id)).status).toBe('failing')
      await turn()
      await turn()
      expect(await read(id)).toMatchObject({ status: 'paused', retry_at: null })
    } finally {
      await receiver.close()
    }
  })
})
