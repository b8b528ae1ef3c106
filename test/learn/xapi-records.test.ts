import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { learn } from '../../packages/domain/src/learn/index.ts'
import { doTasks } from '../../packages/domain/src/platform/index.ts'
import { mailing } from '../support/fake/post.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'

/** Statements that are stored, and deleted on request. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

/** Does the tasks of Learn that are due. */
async function work(tenantId: number): Promise<void> {
  const { db, storage, clock } = platform
  const services = {
    db,
    storage,
    scan: async () => true,
    ...mailing({ send: async () => undefined }),
  }
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
    const refers = spoke({ object: { objectType: 'StatementRef', id: ids[0] } })
    const { body: kept } = await post([about, refers])
    await attached({ mbox: ADA })
    await attached(BEN)
    const state = `${BASE}/activities/state?activityId=${BEES}&stateId=bookmark&agent=`
    for (const agent of [{ mbox: ADA }, BEN])
      await call(state + encodeURIComponent(JSON.stringify(agent)), '{}')

    const done = await remove({ mbox: ADA })
    expect(done).toMatchObject({ status: 'finished', agent: null, statements: 244, documents: 1 })
    const { body: left } = await call(`${BASE}/statements?ascending=true`)
    expect(left.statements.map(({ id }: Json) => id).slice(0, 2)).toEqual(kept)
    expect(left.statements).toHaveLength(3)
    const found = await call(
      `${BASE}/statements?agent=${encodeURIComponent(JSON.stringify({ mbox: ADA }))}`,
    )
    expect(found.body.statements).toEqual([])
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
