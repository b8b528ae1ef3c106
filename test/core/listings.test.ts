import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
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

describe('the events of a listing', () => {
  test('created: it is live at once, for 30 days', async () => {
    const listing = await market.offer()
    expect(listing).toMatchObject({
      slug: 'heavy-sixer-serviced',
      quantity_remaining: 1,
      status: 'active',
      location: { country: 'DE', region: null, city: 'Berlin' },
      category: { id: market.categories[0], name: 'Electronics' },
      seller: market.seller,
    })
    expect(Date.parse(listing.expires_at) - Date.parse(listing.created_at)).toBe(30 * DAY_MS)
    const { id: listing_id, slug, title, price_cents } = listing
    expect(await market.events()).toEqual([
      {
        type: 'listing.created',
        data: {
          listing_id,
          slug,
          title,
          price_cents,
          category_id: market.categories[0],
          seller: market.seller,
        },
      },
    ])
  })

  test('created: a pending one when it is published, and only then', async () => {
    const { id, status } = await market.offer({ status: 'pending' })
    expect(status).toBe('pending')
    expect((await market.call(`/listings/${id}`, { price_cents: 1 })).status).toBe(200)
    expect(await market.types()).toEqual([])
    const published = await market.call(`/listings/${id}/publish`, undefined, 'POST')
    expect(published).toMatchObject({ status: 200, body: { data: { id, status: 'active' } } })
    expect(await market.types()).toEqual(['listing.created'])
    expect(await market.call(`/listings/${id}/publish`, undefined, 'POST')).toMatchObject(
      refusal(409, 'conflict'),
    )
  })

  test('updated: once for an edit, with the fields that changed', async () => {
    const { id, slug } = await market.offer()
    const edit = { title: 'Sixer', price_cents: 12500, location: { country: 'FR' } }
    const edited = await market.call(`/listings/${id}`, { ...edit, actor_id: market.seller.id })
    expect(edited.body.data).toMatchObject({
      slug,
      title: 'Sixer',
      location: { country: 'FR', region: null, city: null },
    })
    const category_id = market.categories[0]
    expect((await market.events()).at(-1)).toEqual({
      type: 'listing.updated',
      data: {
        ...{
          listing_id: id,
          slug,
          title: 'Sixer',
          price_cents: 12500,
          category_id,
          seller: market.seller,
        },
        changed_fields: ['location', 'title'],
      },
    })
    expect((await market.call(`/listings/${id}`)).body.data).toEqual(edited.body.data)
  })

  test('updated: not for an edit that changes nothing', async () => {
    const { id, expires_at } = await market.offer({ expires_at: market.soon(7) })
    const same = await market.call(`/listings/${id}`, {
      title: 'Heavy sixer, serviced',
      price_cents: 12500,
    })
    expect(same.body.data).toMatchObject({ id, expires_at })
    expect(await market.types()).toEqual(['listing.created'])
  })

  test('sold: with the last unit', async () => {
    const { id, slug } = await market.offer({ quantity: 3 })
    const sell = async (quantity?: number) =>
      (
        await market.call(
          `/listings/${id}/sell`,
          quantity === undefined ? undefined : { quantity },
          'POST',
        )
      ).body.data
    expect(await sell()).toMatchObject({ status: 'active', quantity: 3, quantity_remaining: 2 })
    expect(await market.types()).toEqual(['listing.created'])
    expect(await sell(2)).toMatchObject({ status: 'sold', quantity: 3, quantity_remaining: 0 })
    expect((await market.events()).at(-1)).toEqual({
      type: 'listing.sold',
      data: { listing_id: id, slug, seller_id: market.seller.id },
    })
  })

  test('withdrawn: by its seller, with who did it', async () => {
    const { id, slug } = await market.offer()
    const withdrawn = await market.call(`/listings/${id}/withdraw`, {
      actor_id: market.seller.id,
      reason: 'Gone',
    })
    expect(withdrawn).toMatchObject({ status: 200, body: { data: { status: 'withdrawn' } } })
    expect((await market.events()).at(-1)).toEqual({
      type: 'listing.withdrawn',
      data: { listing_id: id, slug, seller_id: market.seller.id, by: market.seller },
    })
  })

  test('withdrawn: not for one that was never live', async () => {
    const { id } = await market.offer({ status: 'pending' })
    expect((await market.call(`/listings/${id}/withdraw`, {})).body.data.status).toBe('withdrawn')
    expect(await market.types()).toEqual([])
  })
})

describe('the members of a listing', () => {
  test('neither the seller nor a moderator may neither edit nor withdraw', async () => {
    const { id } = await market.offer()
    const stranger = await market.member('stranger')
    for (const path of ['', '/withdraw'])
      expect(
        await market.call(`/listings/${id}${path}`, {
          actor_id: stranger.id,
          ...(path === '' && { price_cents: 1 }),
        }),
      ).toMatchObject(refusal(422, 'validation_failed', 'actor_id', 'not_allowed'))
    await platform.query('update users set role = 3 where tenant_id = $1 and id = $2', [
      market.tenant.live.tenantId,
      stranger.id,
    ])
    const withdrawn = await market.call(`/listings/${id}/withdraw`, { actor_id: stranger.id })
    expect(withdrawn.status).toBe(200)
    expect((await market.events()).at(-1)?.data).toMatchObject({ by: stranger })
  })

  test('the seller is the member who minted the key, unless another is named', async () => {
    expect((await market.offer({ seller_id: undefined })).seller).toEqual({
      id: market.tenant.live.adminId,
      username: 'founder',
    })
  })

  test('a member who is leaving offers nothing', async () => {
    await market.call(`/users/${market.seller.id}/delete`, undefined, 'POST')
    expect(await market.call('/listings', market.draft())).toMatchObject(
      refusal(422, 'validation_failed', 'seller_id', 'leaving'),
    )
  })
})

describe('slugs', () => {
  test('are told apart by a number', async () => {
    const slugs = []
    for (let i = 0; i < 3; i++) slugs.push((await market.offer({ title: 'Sixer' })).slug)
    slugs.push((await market.offer({ title: 'Sixer 2' })).slug)
    expect(slugs).toEqual(['sixer', 'sixer-2', 'sixer-3', 'sixer-2-2'])
  })

  test('stay apart when ten want the same at once', async () => {
    const offers = await Promise.all(
      Array.from({ length: 10 }, () => market.offer({ title: 'Rush' })),
    )
    const numbers = offers.map(({ slug }) => slug)
    const expected = ['rush', ...Array.from({ length: 9 }, (_, i) => `rush-${i + 2}`)]
    expect(numbers.sort()).toEqual(expected.sort())
  })

  // Joined the other way round, as the planner does once it knows of many, a search that only LIMIT
  // ends never does.
  test('of a title that thousands have: a random ending, found without a search', async () => {
    await market.offer({ title: 'Common' })
    const rest = `title, description, price_cents, quantity, quantity_remaining, condition_rating,
      country, status, category_id, seller_id, created_at, expires_at`
    await platform.query(
      `insert into listings (tenant_id, slug, ${rest})
       select tenant_id, slug || '-' || n, ${rest} from listings, generate_series(2, 3000) n
       where tenant_id = $1`,
      [market.tenant.live.tenantId],
    )
    await platform.query('analyze listings')
    const offers = ['Fresh', 'Common', 'Common'].map((title) => market.offer({ title }))
    const [fresh, ...common] = (await Promise.all(offers)).map(({ slug }) => slug)
    expect(fresh).toBe('fresh')
    for (const slug of common) expect(slug).toMatch(/^common-[0-9a-f]{10}$/)
    expect(new Set(common).size).toBe(2)
  })

  test.each([
    ['Größe & Übermaß: 100 %', 'grosse-ubermass-100'],
    ['  --Ends--  ', 'ends'],
    ['ファミコン', /^listing-[0-9a-f]{8}$/],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('of %j', async (title, slug) => {
    const listing = await market.offer({ title })
    if (typeof slug === 'string') expect(listing.slug).toBe(slug)
    else expect(listing.slug).toMatch(slug)
  })
})

test('filters find what they say, alone and together, with their totals', async () => {
  const other = await market.member('pixel_pia')
  const parts = market.categories[2]
  const mine = await market.offer()
  const theirs = await market.offer({ seller_id: other.id, quantity: 2 })
  const moved = await market.offer({ category_id: parts })
  const draftOfMine = await market.offer({ status: 'pending', category_id: parts })
  await market.call(`/listings/${theirs.id}/sell`, { quantity: 2 })
  await market.call(`/listings/${moved.id}`, { category_id: market.categories[0] })

  expect(await market.found(`seller_id=${other.id}`)).toEqual([theirs.id])
  expect(await market.found(`category_id=${parts}`)).toEqual([draftOfMine.id])
  expect(await market.found(`category_id=${market.categories[0]}`)).toEqual([
    moved.id,
    theirs.id,
    mine.id,
  ])
  expect(await market.found(`status=active&seller_id=${market.seller.id}`)).toEqual([
    moved.id,
    mine.id,
  ])
  expect(
    await market.found(`status=sold&category_id=${market.categories[0]}&seller_id=${other.id}`),
  ).toEqual([theirs.id])
  expect(await market.found(`status=sold&category_id=${parts}`)).toEqual([])
  expect((await market.call('/listings?status=unheard_of')).status).toBe(400)
})

test('a page holds 25 listings unless asked for more', async () => {
  await Promise.all(Array.from({ length: 26 }, (_, i) => market.offer({ title: `Listing ${i}` })))
  const { body } = await market.call('/listings')
  expect(body).toMatchObject({ total_count: 26, has_more: true })
  expect(body.data).toHaveLength(25)
})
