import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { everyOperation, table } from '../support/contract/contract.ts'
import { testEach } from '../support/contract/each.ts'
import { examplesOf, toCall } from '../support/contract/examples.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { buildWorld } from '../world/world.ts'

/** The answer of a create is the resource that a read finds. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

/** Resources that cannot be read yet, and why. */
const later: Partial<Record<string, string>> = {
  createFile: 'a file is in quarantine until it has been scanned',
}
/** Fields that are told once, or that belong to the telling. */
const toldOnce = ['inbound_secret', 'secret', 'signing_secret']

const creating = ([id, row]: (typeof table)[number]) =>
  row.statuses.includes(201) && row.location && !later[id]
const requests = table
  .filter(creating)
  .flatMap((operation) =>
    examplesOf(operation).map((request) => ({ operation, request, label: request.label })),
  )

test('there is something to create', () => {
  expect(everyOperation.filter(creating).length).toBeGreaterThanOrEqual(5)
  const ids = everyOperation.map(([id]) => id)
  for (const id of Object.keys(later)) expect(ids).toContain(id)
})

testEach(requests)('$label', async ({ operation: [, row], request }) => {
  const tenant = await platform.addTenant()
  await buildWorld(platform, tenant.live.tenantId)
  const key = await tenant.credential(row)
  const [path, call] = toCall(request)
  const created = await platform.call(path, { ...call, key, host: tenant.url })
  expect(created.status).toBe(201)
  // SCIM's is a whole address, as RFC 7644 wants it.
  const { pathname } = new URL(created.headers.get('location') as string, tenant.url)
  const read = await platform.call(pathname, { key, host: tenant.url })
  expect(read.status).toBe(200)
  const shown = (body: Json) => body.data ?? body
  const told = Object.entries(shown(created.body)).filter(([name]) => !toldOnce.includes(name))
  const kept = Object.fromEntries(told)
  if (read.body.data) expect(read.body.data).toEqual(kept)
  else expect(read.body).toMatchObject(kept)
})
