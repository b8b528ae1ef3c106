import { expect } from '@jest/globals'
import { eventFaults } from '../contract/closed-schemas.ts'
import type { Json, Called, Platform, TestTenant } from './platform.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A tenant of its own with a seller, and what a test of listings does all the time. */
export interface Market {
  readonly tenant: TestTenant
  readonly seller: { readonly id: number; readonly username: string }
  /** The tenant's categories. */
  readonly categories: readonly number[]
  call(path: string, body?: unknown, method?: string): Promise<Called>
  member(username: string): Promise<{ id: number; username: string }>
  /** The body of a listing that is accepted, with other fields. */
  draft(fields?: object): object
  /** The listing, created. */
  offer(fields?: object): Promise<Json>
  /** The events of listings, oldest first; each is as its webhook promises. */
  events(): Promise<{ type: string; data: object }[]>
  /** The types of these. */
  types(): Promise<string[]>
  /** The ids that a filter finds; its total says the same number. */
  found(query: string): Promise<number[]>
  /** So many days from now by the platform's clock, to the second. */
  soon(days: number): string
}

export async function openMarket(platform: Platform): Promise<Market> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call: Market['call'] = (path, body, method) =>
    platform.call(`/api/v1${path}`, { key, host: tenant.url, body, method })
  const member: Market['member'] = async (username) => {
    const { body } = await call('/users', { username, email: `${username}@example.com` })
    return { id: body.data.id as number, username }
  }
  const { rows } = await platform.query(
    'select id::int from listing_categories where tenant_id = $1 order by id',
    [tenant.live.tenantId],
  )
  const categories = rows.map(({ id }: { id: number }) => id)
  const seller = await member('retroseller')
  const draft = (fields: object = {}) => ({
    title: 'Heavy sixer, serviced',
    description: 'As on the photos.',
    price_cents: 12500,
    quantity: 1,
    condition_rating: 'good',
    category_id: categories[0],
    location: { country: 'DE', city: 'Berlin' },
    seller_id: seller.id,
    ...fields,
  })
  const events: Market['events'] = async () => {
    const { body } = await call('/events?limit=100')
    for (const event of body.data) expect(eventFaults(event)).toEqual([])
    return body.data
      .filter(({ type }: { type: string }) => type.startsWith('listing.'))
      .map(({ type, data }: { type: string; data: object }) => ({ type, data }))
      .reverse()
  }

  return {
    tenant,
    seller,
    categories,
    call,
    member,
    draft,
    async offer(fields) {
      const { status, body } = await call('/listings', draft(fields))
      expect({ status, error: body.error }).toEqual({ status: 201, error: undefined })
      return body.data
    },
    events,
    types: async () => (await events()).map(({ type }) => type),
    async found(query) {
      const { body } = await call(`/listings?limit=100&${query}`)
      expect(body.total_count).toBe(body.data.length)
      return body.data.map(({ id }: { id: number }) => id)
    },
    soon(days) {
      const seconds = Math.floor(platform.clock.now().getTime() / 1000)
      return new Date(seconds * 1000 + days * DAY_MS).toISOString()
    },
  }
}
