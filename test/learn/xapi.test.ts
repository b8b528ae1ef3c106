import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import client, { type Agent, type Statement, type StatementsResponse } from '@xapi/xapi'
import { documentKey } from '../../packages/domain/src/learn/index.ts'
import { startPlatform, type Called, type Json, type Platform } from '../support/http/platform.ts'
import { selfSigned } from '../support/self-signed.ts'

/** The record store as its clients meet it. */

const XAPI = client.default
type Client = InstanceType<typeof XAPI>

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const ANA: Agent = { objectType: 'Agent', mbox: 'mailto:ana@example.org' }
const BEN: Agent = { objectType: 'Agent', mbox: 'mailto:ben@example.org' }
const BEES = 'https://example.org/courses/bees'
const REGISTRATION = '5b0a1a34-6a4e-4d0f-8c7e-2f1f8d3f9b10'

/** Its adapter for fetch: the other one takes a body in parts for a form, and sends no boundary. */
async function clientOf(version: '1.0.3' | '2.0.0'): Promise<Client> {
  const { id, secret } = await (await platform.addTenant()).mint()
  // Node finds no name below localhost; on a bare host the credentials name the tenant.
  const endpoint = `http://127.0.0.1:${platform.server.port}/api/v1/learn/xapi`
  const auth = XAPI.toBasicAuth(String(id), secret)
  return new XAPI({ endpoint, auth, adapter: 'fetch', version: version as never })
}

const did = (actor: Agent, verb: Statement['verb'], more: Partial<Statement> = {}): Statement => ({
  actor,
  verb,
  object: { objectType: 'Activity', id: BEES },
  ...more,
})

describe.each(['1.0.3', '2.0.0'] as const)('the client @xapi/xapi in version %s', (version) => {
  test('finds by every filter what it sent, pages on, and voids', async () => {
    const client = await clientOf(version)
    const { PASSED, FAILED } = XAPI.Verbs
    const [first] = (await client.sendStatement({ statement: did(ANA, FAILED) })).data
    const { data: rest } = await client.sendStatements({
      statements: [
        did(ANA, PASSED, { context: { registration: REGISTRATION } }),
        did(BEN, PASSED, { result: { score: { scaled: 0.95 }, duration: 'PT1M30S' } }),
      ],
    })
    const idsOf = async (asked: Parameters<Client['getStatements']>[0]) => {
      const { data } = await client.getStatements(asked as { attachments?: false })
      return data.statements.map(({ id }) => id)
    }
    expect(await idsOf({ agent: ANA })).toEqual([rest[0], first])
    expect(await idsOf({ agent: ANA, verb: PASSED.id })).toEqual([rest[0]])
    expect(await idsOf({ registration: REGISTRATION })).toEqual([rest[0]])
    expect(await idsOf({ activity: BEES, ascending: true })).toEqual([first, ...rest])
    const { data: page } = await client.getStatements({ limit: 2 })
    const more = await client.getMoreStatements({ more: page.more as string })
    const next = more.data as StatementsResponse
    expect([...page.statements, ...next.statements].map(({ id }) => id)).toEqual([
      ...rest.toReversed(),
      first,
    ])
    const { data: kept } = await client.getStatement({ statementId: rest[1] as string })
    expect(kept).toMatchObject({ result: { score: { scaled: 0.95 }, duration: 'PT1M30S' } })

    await client.voidStatement({ actor: BEN, statementId: rest[1] as string })
    await expect(client.getStatement({ statementId: rest[1] as string })).rejects.toThrow(
      'not_found',
    )
    const { data: voided } = await client.getVoidedStatement({ voidedStatementId: rest[1]! })
    expect(voided.actor).toEqual(BEN)
  })

  test('gets attachments back as it sent them', async () => {
    const client = await clientOf(version)
    const text = 'Bees dance.'
    const sha2 = createHash('sha256').update(text).digest('hex')
    const attachment = {
      ...{ usageType: 'https://example.org/essay', display: { en: 'Essay' } },
      ...{ contentType: 'text/plain', length: text.length, sha2 },
    }
    const statement = did(ANA, XAPI.Verbs.COMPLETED, { attachments: [attachment] })
    const attachments = [new TextEncoder().encode(text).buffer as ArrayBuffer]
    const { data } = await client.sendStatement({ statement, attachments })
    const asked = { statementId: data[0] as string, attachments: true } as const
    const { data: parts } = await client.getStatement(asked)
    expect(parts).toEqual([expect.objectContaining({ attachments: [attachment] }), text])
  })

  test('keeps states, and profiles that only their ETag replaces', async () => {
    const client = await clientOf(version)
    const state = { agent: ANA, activityId: BEES, stateId: 'bookmark', registration: REGISTRATION }
    await client.setState({ ...state, state: { page: 1 } })
    await client.createState({ ...state, state: { note: 'here' } })
    expect((await client.getState(state)).data).toEqual({ page: 1, note: 'here' })
    const { stateId: _, ...place } = state
    expect((await client.getStates(place)).data).toEqual(['bookmark'])
    await client.deleteStates(place)
    expect((await client.getStates(place)).data).toEqual([])

    const one = { activityId: BEES, profileId: 'settings' }
    const created = { etag: '*', matchHeader: 'If-None-Match' } as const
    await client.setActivityProfile({ ...one, ...created, profile: { sound: 'on' } })
    const again = client.setActivityProfile({ ...one, ...created, profile: {} })
    await expect(again).rejects.toThrow('precondition_failed')
    const { headers } = await client.getActivityProfile(one)
    const matched = { etag: headers.etag as string, matchHeader: 'If-Match' } as const
    await client.setActivityProfile({ ...one, ...matched, profile: { sound: 'off' } })
    const stale = client.setActivityProfile({ ...one, ...matched, profile: {} })
    await expect(stale).rejects.toThrow('precondition_failed')
    expect((await client.getActivityProfile(one)).data).toEqual({ sound: 'off' })

    const own = { agent: BEN, profileId: 'settings' }
    await client.setAgentProfile({ ...own, ...created, profile: { language: 'de' } })
    expect((await client.getAgentProfiles({ agent: BEN })).data).toEqual(['settings'])
    const etag = (await client.getAgentProfile(own)).headers.etag as string
    await client.deleteAgentProfile({ ...own, etag })
    expect((await client.getAgentProfiles({ agent: BEN })).data).toEqual([])
  })
})

const BASE = '/api/v1/learn/xapi'
const SPOKE = 'https://example.org/verbs/spoke'
const spoke = (more: object = {}) => ({
  ...{ actor: ANA, verb: { id: SPOKE }, object: { id: BEES } },
  ...more,
})

describe('a caller without a library', () => {
  let host: string
  let key: string
  let tenantId: number
  beforeAll(async () => {
    const tenant = await platform.addTenant()
    ;({ url: host } = tenant)
    ;({ tenantId } = tenant.live)
    key = await tenant.key()
  })
  const send = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    platform.call(`${BASE}/${path}`, {
      ...{ host, key, body },
      headers: { 'x-experience-api-version': '2.0.0', ...headers },
    })

  test('is named by Basic credentials, of which both halves belong together', async () => {
    const tenant = await platform.addTenant()
    const [one, other] = [await tenant.mint(), await tenant.mint()]
    const by = (id: string | number, secret: string) =>
      platform.call(`${BASE}/statements`, {
        ...{ host: tenant.url, key: null },
        headers: {
          authorization: `Basic ${btoa(`${id}:${secret}`)}`,
          'x-experience-api-version': '1.0.3',
        },
      })
    expect((await by(one.id, one.secret)).status).toBe(200)
    for (const wrong of [by(other.id, one.secret), by(one.id, other.secret), by('', one.secret)]) {
      const { status, headers } = await wrong
      expect([status, headers.get('www-authenticate')]).toEqual([
        401,
        expect.stringMatching(/Basic/),
      ])
    }
  })

  test('writes what no header can say into a form (xAPI 1.0.3, Communication 1.3)', async () => {
    const form = (method: string, fields: Record<string, string>) =>
      platform.call(`${BASE}/statements?method=${method}`, {
        ...{ host, key: null, method: 'POST' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: String(
          new URLSearchParams({
            ...{ Authorization: `Bearer ${key}`, 'X-Experience-API-Version': '1.0.3' },
            ...fields,
          }),
        ),
      })
    const statementId = '6b0a1a34-6a4e-4d0f-8c7e-2f1f8d3f9b11'
    const content = JSON.stringify(spoke({ context: { platform: 'é' } }))
    const put = { statementId, content, 'Content-Type': 'application/json' }
    expect((await form('PUT', put)).status).toBe(204)
    const { status, body } = await form('GET', { statementId })
    expect([status, body.context]).toEqual([200, { platform: 'é' }])
    expect((await form('PUT', { ...put, content: '{' })).status).toBe(400)
  })

  test('reads definitions as they are now in its language, or ids alone', async () => {
    const [en, de, name] = ['Bees', 'Bienen', 'Ana']
    const object = (definition: object) => ({ id: `${BEES}/canonical`, definition })
    const context = {
      contextAgents: [{ objectType: 'contextAgent', agent: { ...BEN, name } }],
      contextGroups: [
        { objectType: 'contextGroup', group: { objectType: 'Group', member: [{ ...ANA, name }] } },
      ],
    }
    const actor = { ...ANA, name }
    const first = spoke({ actor, context, object: object({ name: { en, fr: 'Abeilles' } }) })
    await send('statements', [first, spoke({ object: object({ name: { de } }) })])
    const query = `statements?activity=${encodeURIComponent(`${BEES}/canonical`)}&ascending=true`
    const read = async (format: string, headers = {}): Promise<Json> =>
      (await send(`${query}&format=${format}`, undefined, headers)).body.statements[0]
    const canonical = await read('canonical', { 'accept-language': 'it, de-AT;q=0.9, en;q=0.1' })
    expect(canonical.object.definition).toEqual({ name: { de } })
    const ids = await read('ids')
    expect(ids).toMatchObject({ actor: ANA, object: { id: `${BEES}/canonical` } })
    expect(ids.context).toEqual({
      contextAgents: [{ objectType: 'contextAgent', agent: BEN }],
      contextGroups: [
        { objectType: 'contextGroup', group: { objectType: 'Group', member: [ANA] } },
      ],
    })
    expect(ids.object).not.toHaveProperty('definition')
    expect(await read('exact')).toMatchObject(first)
    const { body } = await send(`agents?agent=${encodeURIComponent(JSON.stringify(BEN))}`)
    expect(body.name).toEqual([name])
  })

  test('signs a statement with the key of its certificate, and no other statement', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = (payload: object, header: object = {}, { privateKey } = pair) => {
      const head = { alg: 'RS256', x5c: [selfSigned(pair).toString('base64')], ...header }
      const body = `${text(head)}.${text(payload)}`
      return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`
    }
    const post = async (jws: string): Promise<Called> => {
      const sha2 = createHash('sha256').update(jws).digest('hex')
      const attachment = {
        ...{ usageType: 'http://adlnet.gov/expapi/attachments/signature', display: { en: 'JWS' } },
        ...{ contentType: 'application/octet-stream', length: jws.length, sha2 },
      }
      const parts = [
        `Content-Type: application/json\r\n\r\n${JSON.stringify(spoke({ attachments: [attachment] }))}`,
        `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n` +
          `X-Experience-API-Hash: ${sha2}\r\n\r\n${jws}`,
      ]
      const body = parts.map((part) => `--b\r\n${part}\r\n`).join('') + '--b--\r\n'
      return send('statements', body, { 'content-type': 'multipart/mixed; boundary=b' })
    }
    expect((await post(signed(spoke()))).status).toBe(200)
    expect((await post(signed(spoke(), { x5c: undefined }))).status).toBe(200)
    for (const [jws, fault] of [
      [signed(spoke(), {}, other), 'is not made with the key of its certificate'],
      [signed(spoke({ actor: BEN })), 'is one of another statement'],
      [signed(spoke(), { alg: 'none' }), 'must be made by RS256, RS384 or RS512'],
      ['no.signature', 'is no signature in compact form'],
    ] as const) {
      const { status, failure } = await post(jws)
      expect([status, failure?.details?.[0]?.message]).toEqual([400, fault])
    }
  })

  test('meets bounds that are said: of merged documents, of their number, and of a page', async () => {
    const state = `activities/state?activityId=${BEES}&agent=${encodeURIComponent(JSON.stringify(ANA))}`
    const half = (name: string) => JSON.stringify({ [name]: 'x'.repeat(600_000) })
    expect((await send(`${state}&stateId=big`, half('a'))).status).toBe(204)
    const { status, failure } = await send(`${state}&stateId=big`, half('b'))
    expect([status, failure?.code, failure?.message]).toEqual([
      ...[413, 'payload_too_large', expect.stringContaining('1048576')],
    ])
    const place = documentKey('state', { activityId: BEES, agent: JSON.stringify(ANA) }, 'big')
    await platform.query(
      `insert into learn_xapi_documents (tenant_id, kind, activity_ref, agent_ref, registration, document_ref,
         document_id, content_type, content, sha1, updated_at)
       select $1, $2, $3, $4, $5, gen_random_uuid(), 'd' || i, 'text/plain', '', '', now()
       from generate_series(1, 9999) i`,
      [tenantId, place.kind, place.activity_ref, place.agent_ref, place.registration],
    )
    expect((await send(state)).body).toHaveLength(10_000)
    expect((await send(`${state}&stateId=more`, '{}')).status).toBe(409)
    expect((await send(`${state}&stateId=big`, '{}')).status).toBe(204)

    const registration = '7b0a1a34-6a4e-4d0f-8c7e-2f1f8d3f9b12'
    const large = spoke({
      context: { registration, extensions: { 'https://example.org/x': 'x'.repeat(900_000) } },
    })
    for (let i = 0; i < 6; i++) expect((await send('statements', large)).status).toBe(200)
    const page = await send(`statements?registration=${registration}`)
    const { body: next } = await send(page.body.more.slice(BASE.length + 1))
    expect([page.body.statements.length, next.statements.length, next.more]).toEqual([5, 1, ''])
  })
})
