import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pino from 'pino'
import { listingExpiry } from '../../packages/domain/src/core/listing-expiry.ts'
import { doChores } from '../../packages/worker/src/index.ts'
import { openMarket, type Market } from '../support/http/market.ts'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let market: Market
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  market = await openMarket(platform)
})

describe('stock', () => {
  test('is sold five times by twenty sales of its five units at once', async () => {
    const { id } = await market.offer({ quantity: 5 })
    const sales = await Promise.all(
      Array.from({ length: 20 }, () => market.call(`/listings/${id}/sell`, { quantity: 1 })),
    )
    expect(sales.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(sales.filter(({ status }) => status === 409)).toHaveLength(15)
    expect((await market.call(`/listings/${id}`)).body.data).toMatchObject({
      status: 'sold',
      quantity_remaining: 0,
    })
    expect(await market.types()).toEqual(['listing.created', 'listing.sold'])
    expect(await market.found('status=sold')).toEqual([id])
    expect(await market.found('status=active')).toEqual([])
  })

  test('more than remain are not sold, and none of them', async () => {
    const { id } = await market.offer({ quantity: 2 })
    const { body, status } = await market.call(`/listings/${id}/sell`, { quantity: 3 })
    expect({ status, body }).toMatchObject(refusal(409, 'conflict', 'quantity'))
    expect((await market.call(`/listings/${id}`)).body.data.quantity_remaining).toBe(2)
  })

  test('a new quantity keeps the units that are sold', async () => {
    const { id } = await market.offer({ quantity: 5 })
    await market.call(`/listings/${id}/sell`, { quantity: 2 })
    const more = await market.call(`/listings/${id}`, { quantity: 10 })
    expect(more.body.data).toMatchObject({ quantity: 10, quantity_remaining: 8 })
    expect((await market.events()).at(-1)?.data).toMatchObject({ changed_fields: ['quantity'] })
    for (const quantity of [1, 2])
      expect(await market.call(`/listings/${id}`, { quantity })).toMatchObject(
        refusal(409, 'conflict', 'quantity'),
      )
    expect(
      (await market.call(`/listings/${id}`, { quantity: 3 })).body.data.quantity_remaining,
    ).toBe(1)
  })

  test('sales and edits at once lose nothing', async () => {
    const { id } = await market.offer({ quantity: 100 })
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0
          ? market.call(`/listings/${id}/sell`, { quantity: 1 })
          : market.call(`/listings/${id}`, { quantity: 100 + i }),
      ),
    )
    const { quantity, quantity_remaining } = (await market.call(`/listings/${id}`)).body.data
    expect(quantity - quantity_remaining).toBe(10)
  })
})

describe('the end', () => {
  test('comes with its time, before and after the job wrote it down', async () => {
    const stays = await market.offer({ expires_at: market.soon(40) })
    const ends = await market.offer({ expires_at: market.soon(20) })
    const waits = await market.offer({ status: 'pending', expires_at: market.soon(20) })
    const expectEnded = async () => {
      expect((await market.call(`/listings/${ends.id}`)).body.data.status).toBe('expired')
      expect(await market.found('status=active')).toEqual([stays.id])
      expect(await market.found('status=expired')).toEqual([ends.id])
      expect(await market.found(`status=expired&seller_id=${market.seller.id}`)).toEqual([ends.id])
      expect(await market.found(`status=active&category_id=${market.categories[0]}`)).toEqual([
        stays.id,
      ])
      expect(await market.found('status=pending')).toEqual([waits.id])
      expect(await market.found('')).toEqual([waits.id, ends.id, stays.id])
    }
    const before = await market.events()
    platform.clock.advance(20 * DAY_MS)
    await expectEnded()
    for (const [path, body] of [
      [`/listings/${ends.id}`, { price_cents: 1 }],
      [`/listings/${ends.id}/sell`, {}],
      [`/listings/${ends.id}/withdraw`, {}],
    ] as const)
      expect(await market.call(path, body)).toMatchObject(refusal(409, 'conflict'))
    await Promise.all(
      [1, 2, 3].map(() =>
        doChores(platform.db, [listingExpiry], platform.clock.now(), pino({ level: 'silent' })),
      ),
    )
    await expectEnded()
    expect(await market.events()).toEqual(before)
  })

  test('of a pending one that waited too long is moved before it is published', async () => {
    const { id } = await market.offer({ status: 'pending' })
    platform.clock.advance(31 * DAY_MS)
    const publish = () => market.call(`/listings/${id}/publish`, undefined, 'POST')
    expect(await publish()).toMatchObject(refusal(409, 'conflict'))
    await market.call(`/listings/${id}`, { expires_at: market.soon(1) })
    expect((await publish()).body.data.status).toBe('active')
  })

  test('is in the future and within a year', async () => {
    for (const [days, code] of [
      [-1, 'too_early'],
      [0, 'too_early'],
      [367, 'too_late'],
    ] as const) {
      const body = market.draft({ expires_at: market.soon(days) })
      expect(await market.call('/listings', body)).toMatchObject(
        refusal(422, 'validation_failed', 'expires_at', code),
      )
    }
    expect((await market.offer({ expires_at: market.soon(365) })).status).toBe('active')
  })

  test.each([
    ['sold', 'sell', { quantity: 1 }],
    ['withdrawn', 'withdraw', {}],
  ])('of a %s listing is final', async (status, end, body) => {
    const { id } = await market.offer()
    expect((await market.call(`/listings/${id}/${end}`, body)).body.data.status).toBe(status)
    const before = await market.events()
    for (const path of ['', '/sell', '/withdraw', '/publish']) {
      const change = path === '' ? { price_cents: 1 } : path === '/publish' ? undefined : {}
      const answer = await market.call(`/listings/${id}${path}`, change, 'POST')
      expect(answer).toMatchObject(refusal(409, 'conflict'))
    }
    expect(await market.events()).toEqual(before)
  })
})
