import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { validators } from '../../packages/contract/src/artifacts.ts'
import { bodyOf, everyOperation, table } from '../support/contract/contract.ts'
import { describeEach } from '../support/contract/each.ts'
import { exampleOf, toCall, type ExampleRequest } from '../support/contract/examples.ts'
import { baseOf } from '../support/http/failure.ts'
import { startPlatform, type Called, type Platform } from '../support/http/platform.ts'
import { dump, rowsOf, tally } from '../support/contract/rows.ts'
import { takeScopes } from '../support/http/take-scopes.ts'
import { bySession } from '../support/http/tenants.ts'
import { until } from '../support/until.ts'
import { buildWorld } from '../world/world.ts'

/**
 * A write with an Idempotency-Key happens once. Effects are counted in the rows themselves: a call
 * without an effect leaves every table of the tenant as it was.
 */

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

/** A tenant with the documentation world, and a way to send one request to it. */
async function site(row: OperationRow) {
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await buildWorld(platform, tenantId, { of: row.surface })
  const minted = bySession(row) ? undefined : await tenant.mint()
  const key = minted?.secret ?? (await tenant.credential(row))
  const send = (
    request: ExampleRequest,
    idempotencyKey?: string,
    other: { key?: string; path?: string } = {},
  ) => {
    const [path, call] = toCall(request, other.path)
    const headers = {
      ...call.headers,
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    }
    return platform.call(path, { ...call, headers, key: other.key ?? key, host: tenant.url })
  }
  const rows = () => dump(platform, tenantId)
  return { tenant, keyId: minted?.id, send, rows }
}

const replayed = ({ headers }: Called) => headers.get('idempotency-replayed') === 'true'

/** Another body that the operation accepts as well: another example, or one with a field less. */
function otherBody(id: string, body: unknown): unknown {
  const [, ...others] = bodyOf(id)?.examples ?? []
  const valid = validators[id]?.body?.['application/json']
  const less = Object.keys((body ?? {}) as object).map((name) => {
    const { [name]: _, ...rest } = body as Record<string, unknown>
    return rest
  })
  return [...others.map(([, value]) => value), ...less].find((value) => valid?.(value))
}

const idempotent = table.filter(([, row]) => row.idempotent)

test('every operation that changes something takes a key', () => {
  const without = table.filter(([, row]) => row.method === 'post' && !row.idempotent)
  expect(without.filter(([, row]) => baseOf(row.path).idempotency)).toEqual([])
})

type Site = Awaited<ReturnType<typeof site>>

// The tests of an operation share two tenants. In `here` it has had its effect before the first of them
// begins; `there` has the same key and has never used it. Each looks for effects of its own calls
// alone.
describeEach(idempotent)('%s', (id, row) => {
  const request = exampleOf([id, row])
  const other = otherBody(id, request.body)
  let here: Site
  let there: Site
  let failed: Called
  let first: Called
  let afterOne: Record<string, number>
  beforeAll(async () => {
    ;[here, there] = await Promise.all([site(row), site(row)])
    failed = await here.send({ ...request, query: { no_such_parameter: 1 } }, 'same-key')
    first = await here.send(request, 'same-key')
    afterOne = tally(await here.rows())
  })

  /** The answer to a call that may not change a single row of the tenant. */
  async function withoutEffect(call: () => Promise<Called>): Promise<Called> {
    const before = await here.rows()
    const answer = await call()
    expect(await here.rows()).toEqual(before)
    return answer
  }

  test('a failure is not kept: the key may be used for the corrected call', () => {
    expect(failed.status).toBe(400)
    expect(row.statuses).toContain(first.status)
    expect(replayed(first)).toBe(false)
  })

  test('repeated with its key: the first answer again, and no second effect', async () => {
    const again = await withoutEffect(() => here.send(request, 'same-key'))
    expect(again.status).toBe(first.status)
    expect(again.text).toBe(first.text)
    expect(replayed(again)).toBe(true)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
  })

  if (other !== undefined)
    test('with another body: 422, no effect, and the first answer stays', async () => {
      const reused = { ...request, body: other }
      const { status, failure } = await withoutEffect(() => here.send(reused, 'same-key'))
      expect({ status, code: failure?.code }).toEqual({
        status: 422,
        code: 'idempotency_key_reused',
      })
      expect((await here.send(request, 'same-key')).text).toBe(first.text)
    })

  test('a key holds for one tenant; twenty at once: one effect, of which all others hear or are told to wait', async () => {
    const before = tally(await there.rows())
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => there.send(request, 'same-key')),
    )
    const effects = answers.filter((each) => row.statuses.includes(each.status) && !replayed(each))
    const waiting = answers.filter((each) => each.status === 409)
    const heard = answers.filter(replayed)
    expect(effects).toHaveLength(1)
    expect(effects.length + waiting.length + heard.length).toBe(20)
    for (const each of waiting) {
      expect(each.failure?.code).toBe('idempotency_in_progress')
      expect(each.headers.get('retry-after')).toBe('1')
    }
    for (const each of heard) expect(each.text).toBe(effects[0]?.text)
    const once = tally(await there.rows())
    expect(once).not.toEqual(before)
    expect(counted(once)).toEqual(counted(afterOne))
    expect(replayed(await there.send(request, 'same-key'))).toBe(true)
  })

  test('a key holds for one API key and one path', async () => {
    for (const alias of row.aliases)
      expect(replayed(await here.send(request, 'same-key', { path: alias }))).toBe(false)
    if ('id' in request.path) {
      const elsewhere = { ...request, path: { ...request.path, id: 999_999 } }
      const { status, failure } = await here.send(elsewhere, 'same-key')
      expect({ status, code: failure?.code }).toEqual({ status: 404, code: 'not_found' })
    }
    const key = await here.tenant.credential(row)
    expect(replayed(await here.send(request, 'same-key', { key }))).toBe(false)
  })

  if (!bySession(row))
    test('a replay asks for key, plan and scope like any call', async () => {
      expect(replayed(await here.send(request, 'same-key'))).toBe(true)
      const giveBack = await takeScopes(platform, here.keyId as number)
      await until(async () => (await here.send(request, 'same-key')).status === 403)
      await giveBack()
      await until(async () => replayed(await here.send(request, 'same-key')))
    })

  // The last one: nothing is replayed afterwards.
  test('the key is free again after 24 hours, and not before', async () => {
    platform.clock.advance(DAY_MS - MINUTE_MS)
    expect((await here.send(request, 'same-key')).text).toBe(first.text)
    platform.clock.advance(MINUTE_MS)
    const later = await here.send(request, 'same-key')
    expect(replayed(later)).toBe(false)
    // An answer that is no envelope has nothing of its own request.
    if (first.body?.request_id) expect(later.text).not.toBe(first.text)
    if (other === undefined) return
    const elsewhere = await there.send({ ...request, body: other }, 'same-key')
    expect(elsewhere.failure?.code).not.toBe('idempotency_key_reused')
  })
})

describe('equal requests are equal, however they are written', () => {
  const rowOf = (id: string) =>
    everyOperation.find(([each]) => each === id) as (typeof table)[number]

  /** The same JSON text with its names in the opposite order, as others would write it. */
  const otherwise = (value: unknown): string => {
    if (Array.isArray(value)) return `[ ${value.map(otherwise).join(' , ')} ]`
    if (typeof value === 'number') return `${value}.0`
    if (typeof value === 'string') return JSON.stringify(value).replaceAll('e', '\\u0065')
    if (value === null || typeof value !== 'object') return JSON.stringify(value)
    const fields = Object.entries(value).reverse()
    return `{\n${fields.map(([name, each]) => `"${name}" : ${otherwise(each)}`).join(',\n')} }`
  }

  test.each(['createListing', 'updateListing', 'createModerationAction'])(
    '%s: order, white space, escapes and spelling of numbers do not matter',
    async (id) => {
      const operation = rowOf(id)
      const { send } = await site(operation[1])
      const request = exampleOf(operation)
      const first = await send(request, 'same-key')
      expect(first.status).toBe(operation[1].statuses[0])
      const again = await send({ ...request, body: otherwise(request.body) }, 'same-key')
      expect({ status: again.status, replayed: replayed(again), text: again.text }).toEqual({
        status: first.status,
        replayed: true,
        text: first.text,
      })
      const [name] = Object.keys(request.body as object)
      const other = { ...(request.body as object), [name as string]: 1 }
      expect((await send({ ...request, body: other }, 'same-key')).status).not.toBe(first.status)
    },
  )

  test('no body is an empty one where it may be left out, and %31 is 1', async () => {
    const operation = rowOf('deletePost')
    const { send } = await site(operation[1])
    const request = { ...exampleOf(operation), body: undefined }
    const first = await send(request, 'same-key')
    expect(first.status).toBe(200)
    const id = String((request.path as Record<string, unknown>).id)
    const escaped = Array.from(id, (digit) => `%${digit.charCodeAt(0).toString(16)}`).join('')
    const path = operation[1].path.replace('{id}', escaped)
    for (const again of [
      await send({ ...request, body: {} }, 'same-key'),
      await send({ ...request, body: ' { } ' }, 'same-key', { path }),
      await send(request, 'same-key', { path: `${path}?` }),
    ])
      expect({ replayed: replayed(again), text: again.text }).toEqual({
        replayed: true,
        text: first.text,
      })
    const other = await send({ ...request, body: { reason: 'Another' } }, 'same-key')
    expect(other.failure?.code).toBe('idempotency_key_reused')
  })
})

/** Two tenants have other ids, but the same amounts. */
const counted = (tallied: Record<string, number>) =>
  Object.entries(tallied).filter(([name]) => !name.includes('_id='))

test('a failed write leaves its key free: only 2xx is kept', async () => {
  const [entry] = everyOperation.filter(([, row]) => row.idempotent && row.path.includes('{id}'))
  const operation = entry as (typeof table)[number]
  const { send, rows } = await site(operation[1])
  const request = exampleOf(operation)
  const missing = { ...request, path: { ...request.path, id: 999_999 } }
  expect((await send(missing, 'same-key')).status).toBe(404)
  expect(rowsOf(await rows(), 'api_idempotency_keys')).toEqual([])
})
