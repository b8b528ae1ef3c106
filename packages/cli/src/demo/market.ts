import type { Tx } from '@mobieus/db'
import { count, emit, type OpenOutbox } from '@mobieus/domain/kit'
import { insertListing, listingList, slugOf } from '@mobieus/domain/core'
import type { Random } from './random.ts'
import { offers, towns, vocabulary } from './words.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const LISTED_DAYS = 30

interface Member {
  readonly id: number
  readonly username: string
}

/** A listing that is live. */
interface Open {
  readonly listing_id: number
  readonly slug: string
  readonly seller: Member
  readonly category_id: number
  readonly expiresAt: number
  left: number
}

/** The market of the demo community, as far as it has come. */
export interface Market {
  readonly tenantId: number
  readonly random: Random
  readonly categories: ReadonlyMap<string, number>
  open: Open[]
}

/** One step in its life. */
interface Step {
  readonly tx: Tx
  readonly outbox: OpenOutbox
  readonly time: () => Date
}

/** The market before its first listing. */
export async function openMarket(tx: Tx, tenantId: number, random: Random): Promise<Market> {
  const rows = await tx
    .selectFrom('listing_categories')
    .select(['id', 'slug'])
    .where('tenant_id', '=', tenantId)
    .execute()
  return { tenantId, random, categories: new Map(rows.map((row) => [row.slug, row.id])), open: [] }
}

/** Half a day: now and then somebody offers something, sells it, thinks better of it, or it expires. */
export async function trade(market: Market, step: Step, members: readonly Member[]) {
  const { random } = market
  const now = step.time().getTime()
  for (const each of market.open.filter(({ expiresAt }) => expiresAt <= now))
    await end(market, step, each, 'expired')
  if (members.length > 0 && random.next() < 0.3) await offer(market, step, random.pick(members))
  for (const each of [...market.open]) {
    const luck = random.next()
    if (luck < 0.012) await sell(market, step, each)
    else if (luck < 0.014) await end(market, step, each, 'withdrawn')
  }
}

async function offer(market: Market, { tx, outbox, time }: Step, seller: Member): Promise<void> {
  const { tenantId, random, categories } = market
  const template = random.pick(offers)
  const machine = random.pick(vocabulary.machines)
  const part = random.pick(vocabulary.parts)
  const words = (text: string) => text.replaceAll('{machine}', machine).replaceAll('{part}', part)
  const title = words(template.title)
  const price_cents = 100 * (template.euros[0] + random.below(template.euros[1]))
  const quantity = template.several ? 2 + random.below(12) : 1
  const category_id = categories.get(template.category) as number
  const at = time()
  const expiresAt = at.getTime() + LISTED_DAYS * DAY_MS
  const { id, slug } = await insertListing({ tx, tenantId }, slugOf(title), {
    title,
    description: words(template.description),
    price_cents,
    quantity,
    quantity_remaining: quantity,
    condition_rating: random.pick<string>(template.conditions),
    ...random.pick(towns),
    status: 'active',
    category_id,
    seller_id: seller.id,
    created_at: at,
    expires_at: new Date(expiresAt),
  })
  market.open.push({ listing_id: id, slug, seller, category_id, expiresAt, left: quantity })
  const row = { status: 'active', seller_id: seller.id, category_id }
  count({ outbox }, listingList, 1, row)
  const shape = { listing_id: id, slug, title, price_cents, category_id, seller }
  emit({ outbox }, 'listing.created', shape)
}

async function sell(market: Market, step: Step, listing: Open): Promise<void> {
  listing.left--
  if (listing.left === 0) return end(market, step, listing, 'sold')
  await write(market, step, listing, { quantity_remaining: listing.left })
}

async function end(
  market: Market,
  step: Step,
  listing: Open,
  status: 'sold' | 'withdrawn' | 'expired',
): Promise<void> {
  market.open = market.open.filter((each) => each !== listing)
  const by = listing.seller
  await write(market, step, listing, {
    status,
    ...(status === 'sold' && { quantity_remaining: 0 }),
    ...(status === 'withdrawn' && {
      withdrawn_at: step.time(),
      withdrawn_by: by.id,
      withdrawn_from: 'active',
      withdraw_reason: 'I keep it after all.',
    }),
  })
  const { outbox } = step
  const row = { seller_id: by.id, category_id: listing.category_id }
  count({ outbox }, listingList, -1, { ...row, status: 'active' })
  count({ outbox }, listingList, 1, { ...row, status })
  const shape = { listing_id: listing.listing_id, slug: listing.slug, seller_id: by.id }
  if (status === 'sold') emit({ outbox }, 'listing.sold', shape)
  if (status === 'withdrawn') emit({ outbox }, 'listing.withdrawn', { ...shape, by })
}

const write = (
  { tenantId }: Market,
  { tx }: Step,
  { listing_id }: Open,
  change: { status?: string; quantity_remaining?: number },
) =>
  tx
    .updateTable('listings')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', listing_id)
    .execute()
