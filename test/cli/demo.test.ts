import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { furnishExamples, furnishPlaces } from '../../packages/cli/src/demo/examples.ts'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { parametersOf, table } from '../support/contract/contract.ts'
import { examplesOf, toCall, type ExampleRequest } from '../support/contract/examples.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'

/** Every request that the contract shows works on the demo as it is made, ids in paths included. */

let platform: Platform
let read: TestTenant
beforeAll(async () => {
  platform = await startPlatform()
  read = await demo()
})
afterAll(() => platform.close())

async function demo(): Promise<TestTenant> {
  const tenant = await platform.addTenant()
  const now = platform.clock.now()
  const { storage } = platform
  const { secrets } = platform.server.services
  await furnishPlaces(platform.db, tenant.live.tenantId, now)
  const around = { storage, secrets, modelKey: 'sk-ant-of-the-demo' }
  await furnishExamples(platform.db, tenant.live.tenantId, now, around)
  return tenant
}

/** With the ids that a reader sees. */
function asShown([id]: [string, OperationRow], request: ExampleRequest): ExampleRequest {
  const shown = parametersOf(id).filter((one) => one.in === 'path')
  return { ...request, path: Object.fromEntries(shown.map((one) => [one.name, one.example])) }
}

const requests = table.flatMap((operation) =>
  examplesOf(operation).map((request) => ({
    row: operation[1],
    request: asShown(operation, request),
    label: request.label,
  })),
)

test.each(requests)('$label', async ({ row, request }) => {
  const tenant = row.method === 'get' ? read : await demo()
  const [path, call] = toCall(request)
  // The secrets of the demo's accounts are nobody's.
  if ((row.callers as readonly string[]).includes('relay')) await tenant.addRelay()
  const as = { key: await tenant.credential(row), host: tenant.url }
  const { status, body } = await platform.call(path, { ...call, ...as })
  expect({ status, fault: body?.error }).toEqual({ status: row.statuses[0] })
})
