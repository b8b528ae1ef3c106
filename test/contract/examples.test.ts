import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { mintOneOfEach } from '../support/http/credentials.ts'
import {
  answerExamples,
  document,
  eventOf,
  table,
  worldFileOf,
} from '../support/contract/contract.ts'
import { answerFaults, eventFaults } from '../support/contract/closed-schemas.ts'
import { examplesOf, toCall } from '../support/contract/examples.ts'
import { testEach } from '../support/contract/each.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { isOfManaged } from '../support/http/tenants.ts'
import { buildWorld } from '../world/world.ts'

/** The examples of the contract hold: every one can be sent as it stands. */

let platform: Platform
let read: Site
beforeAll(async () => {
  platform = await startPlatform()
  read = await newSite()
})
afterAll(() => platform.close())

type Site = Awaited<ReturnType<typeof newSite>>

/** A tenant with the documentation world, whose credentials are older than what the contract shows. */
async function newSite(row?: OperationRow) {
  const tenant = await platform.addTenant()
  const own = row && !isOfManaged(row) ? await tenant.credential(row) : undefined
  const credentialOf = own === undefined ? await mintOneOfEach(tenant) : async () => own
  await buildWorld(platform, tenant.live.tenantId, { of: row?.surface })
  return { tenant, credentialOf }
}

/**
 * The fields of a value, at every depth. A field that is `null` on either side is only compared as far
 * as that, a list by its first element. No example can show SCIM's `$ref`: readers of contracts follow it.
 */
function sameFields(shown: unknown, found: unknown, at = 'answer'): string[] {
  if (Array.isArray(shown) && Array.isArray(found)) {
    if (shown.length > 0 && found.length === 0) return [`${at} is empty`]
    return shown.length > 0 ? sameFields(shown[0], found[0], `${at}[0]`) : []
  }
  if (!isObject(shown) || !isObject(found)) return []
  const missing = Object.keys(shown).filter((name) => !(name in found))
  const more = Object.keys(found).filter((name) => !(name in shown) && name !== '$ref')
  const inner = Object.keys(shown).flatMap((name) =>
    sameFields(shown[name], found[name], `${at}.${name}`),
  )
  return [
    ...missing.map((name) => `${at} lacks ${name}`),
    ...more.map((name) => `${at} has ${name}`),
    ...inner,
  ]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const requests = table.flatMap((operation) => {
  const [id, row] = operation
  return [row.path, ...row.aliases].flatMap((path) =>
    examplesOf(operation).map((request) => ({
      id,
      row,
      path,
      request,
      label: `${request.label}, on ${path}`,
    })),
  )
})

test.each(requests)('$label', async ({ id, row, path, request }) => {
  // Those that only read share a world; each of the others changes one, as a key of one's own does.
  const isShared = row.method === 'get' && !isOfManaged(row)
  const { tenant, credentialOf } = isShared ? read : await newSite(row)
  const [url, call] = toCall(request, path)
  const answer = await platform.call(url, {
    ...call,
    key: await credentialOf(row),
    host: tenant.url,
  })
  const world = worldFileOf(row)
  const { status, failure } = answer
  const expected = row.statuses.find((each) => each === status) ?? row.statuses[0]
  expect({ status, fault: failure, world }).toEqual({ status: expected, world })
  const documented = answerExamples(id, answer.status).map(([, shown]) =>
    sameFields(shown, answer.body),
  )
  // One of the documented answers has exactly these fields.
  if (documented.length > 0 && !documented.some((faults) => faults.length === 0))
    expect(documented).toEqual([])
})

describe('documented answers', () => {
  const answers = table.flatMap(([id, row]) =>
    row.statuses.flatMap((status) =>
      answerExamples(id, status).map(([name, value]) => ({ id, status, name, value })),
    ),
  )
  testEach(answers)('$id: $status $name is what its schema says', ({ id, status, value }) => {
    expect(answerFaults(id, status, value)).toEqual([])
  })
})

test.each(Object.keys(document.webhooks))(
  'the example of the event %s is what its schema says',
  (type) => {
    for (const [, value] of eventOf(type).examples) expect(eventFaults(value)).toEqual([])
  },
)
