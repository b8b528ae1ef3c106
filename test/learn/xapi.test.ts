import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import client, { type Agent, type Statement, type StatementsResponse } from '@xapi/xapi'
import { startPlatform, type Platform } from '../support/http/platform.ts'

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
