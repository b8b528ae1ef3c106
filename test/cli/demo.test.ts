import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { furnishExamples, furnishPlaces } from '../../packages/cli/src/demo/examples.ts'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { parametersOf, table } from '../support/contract/contract.ts'
import { examplesOf, toCall, type ExampleRequest } from '../support/contract/examples.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'

/** Every request that the contract shows works on the demo as it is made, ids in paths included. */

let platform: Platform
let read: TestTenant
/** Those that are written to. */
const written: TestTenant[] = []
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
  // The secrets of the demo's accounts are nobody's.
  await tenant.addRelay()
  await tenant.addProvider()
  return tenant
}

/** With the ids that a reader sees. */
function asShown([id]: [string, OperationRow], request: ExampleRequest): ExampleRequest {
  const shown = parametersOf(id).filter((one) => one.in === 'path')
  return { ...request, path: Object.fromEntries(shown.map((one) => [one.name, one.example])) }
}

// The last ones first: examples of a resource begin with those that make it, which none may stand on.
const requests = table.toReversed().flatMap((operation) =>
  examplesOf(operation).map((request) => ({
    row: operation[1],
    request: asShown(operation, request),
    label: request.label,
  })),
)

async function send(tenant: TestTenant, row: OperationRow, request: ExampleRequest) {
  const [path, call] = toCall(request)
  const as = { key: await tenant.credential(row), host: tenant.url }
  const { status, failure } = await platform.call(path, { ...call, ...as })
  return { status, fault: failure }
}

test.each(requests)('$label', async ({ row, request }) => {
  const isDone = (answer: { status: number }) => row.statuses.some((each) => each === answer.status)
  const done = { status: row.statuses[0] }
  if (row.method === 'get') return expect(await send(read, row, request)).toEqual(done)
  // Where those before it have left it nothing to do, it has the demo of others, or at last one of its own.
  for (const tenant of written) if (isDone(await send(tenant, row, request))) return
  const fresh = await demo()
  written.push(fresh)
  const answer = await send(fresh, row, request)
  expect(answer).toEqual(isDone(answer) ? { status: answer.status } : done)
})
