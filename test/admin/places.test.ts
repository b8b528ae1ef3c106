import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { sendUpload } from '../support/http/share.ts'
import { buildWorld } from '../world/world.ts'

/** Forums, listing categories and file areas: found by callers, kept by administrators. */

let platform: Platform
let tenant: TestTenant
let key: string
let session: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  tenant = await platform.addTenant()
  await buildWorld(platform, tenant.live.tenantId)
  key = await tenant.key()
  session = await tenant.session({ role: 4 })
})

const read = (path: string, as = key) =>
  platform.call(`/api/v1${path}`, { key: as, host: tenant.url })
const write = (path: string, body?: object) =>
  platform.call(`/api/v1${path}`, { key, host: tenant.url, method: 'POST', body })
const manage = (path: string, body?: object) =>
  platform.call(`/api/admin${path}`, { key: session, host: tenant.url, method: 'POST', body })

interface Place {
  readonly id: number
  readonly slug: string
}

/** Puts something new into a place; answers status and body. */
type Put = (place: Place) => Promise<{ readonly status: number; readonly body: unknown }>

const putThread: Put = ({ slug }) =>
  write('/posts', { forum_slug: slug, title: 'New', body: 'New' })
const putListing: Put = ({ id }) =>
  write('/listings', {
    ...{ title: 'New', description: 'New', price_cents: 100, quantity: 1, category_id: id },
    ...{ condition_rating: 'new', location: { country: 'DE' } },
  })
const putFile: Put = ({ slug }) =>
  sendUpload(tenant.url, key, { bytes: 'New', fields: { area_slug: slug } })

/** A kind of place, one of the world that holds something, and the list of what it holds. */
interface Kind {
  readonly path: string
  readonly kind: string
  /** The name by which others refer to such a place, in a field of a request. */
  readonly by: 'id' | 'slug'
  readonly field: string
  readonly put: Put
  readonly world: Place
  readonly held: string
}

const kinds: readonly Kind[] = [
  {
    ...{ path: '/forums', kind: 'forum', by: 'slug', field: 'forum_slug', put: putThread },
    ...{ world: { id: 12, slug: 'atari-2600' }, held: '/posts?forum_slug=atari-2600' },
  },
  {
    ...{ path: '/listing-categories', kind: 'listing_category', by: 'id', field: 'category_id' },
    ...{ world: { id: 6, slug: 'consoles' }, held: '/listings?category_id=6', put: putListing },
  },
  {
    ...{ path: '/file-areas', kind: 'file_area', by: 'slug', field: 'area_slug', put: putFile },
    ...{ world: { id: 17, slug: 'manuals' }, held: '/files?area_slug=manuals' },
  },
]

describe.each(kinds)('$path', ({ path, kind, by, field, put, world, held }) => {
  const slugs = async (query = '') => {
    const { body } = await read(`${path}?limit=100&${query}`)
    expect(body.total_count).toBe(body.data.length)
    return body.data.map(({ slug }: Place) => slug) as string[]
  }
  const audited = async () => {
    const { body } = await platform.call(`/api/admin/audit-log?target_kind=${kind}`, {
      key: session,
      host: tenant.url,
    })
    return body.data.map(({ action, target, before, after }: Record<string, unknown>) => ({
      ...{ action, target, before, after },
    })) as object[]
  }

  test('a listed place is accepted as it stands by the operation that changes it', async () => {
    const { body } = await read(path)
    expect(body.data.length).toBeGreaterThan(1)
    for (const place of body.data) {
      expect((await put(place)).status).toBeLessThan(300)
      expect((await read(`${path}/${place[by]}`)).body.data).toEqual(place)
    }
  })

  test('a new one is the last, takes things at once, and is audited', async () => {
    const sent = { slug: 'vectrex', name: 'Vectrex', description: 'With a screen.' }
    const { status, body } = await manage(path, sent)
    const own = kind === 'file_area' && { programs_allowed: true }
    expect({ status, data: body.data }).toEqual({
      status: 201,
      data: { id: expect.any(Number), ...sent, ...own, archived_at: null },
    })
    expect((await slugs()).at(-1)).toBe('vectrex')
    expect((await put(body.data)).status).toBeLessThan(300)
    const target = { kind, id: body.data.id }
    expect(await audited()).toEqual([
      { action: `${kind}.created`, target, before: null, after: sent },
    ])
  })

  test('a slug that is taken is refused, whatever has it', async () => {
    const taken = refusal(409, 'conflict', 'slug')
    expect(await manage(path, { slug: world.slug, name: 'Again' })).toMatchObject(taken)
    await manage(`${path}/${world.id}/archive`)
    expect(await manage(path, { slug: world.slug, name: 'Again' })).toMatchObject(taken)
    expect(await audited()).toMatchObject([{ action: `${kind}.archived` }])
  })

  test('a new name is told where the place is shown; the slug stays', async () => {
    const { body } = await manage(`${path}/${world.id}`, { name: 'Renamed' })
    expect(body.data).toMatchObject({ ...world, name: 'Renamed' })
    expect(await manage(`${path}/${world.id}`, { slug: 'other' })).toMatchObject(
      refusal(422, 'validation_failed', 'slug'),
    )
    await manage(`${path}/${world.id}`, { name: 'Renamed' })
    expect(await audited()).toMatchObject([
      {
        action: `${kind}.updated`,
        before: { name: expect.any(String) },
        after: { name: 'Renamed' },
      },
    ])
  })

  test('an archived one takes nothing new, keeps what it has, and comes back', async () => {
    const before = await slugs()
    const { body: holding } = await read(held)
    expect(holding.data.length).toBeGreaterThan(0)

    const archived = await manage(`${path}/${world.id}/archive`)
    expect(archived.body.data.archived_at).toBe(
      (await read(`${path}/${world[by]}`)).body.data.archived_at,
    )
    expect(archived.body.data.archived_at).toMatch(/Z$/)
    expect((await manage(`${path}/${world.id}/archive`)).body.data).toEqual(archived.body.data)
    const refused = await put(world)
    expect(refused).toMatchObject(refusal(422, 'validation_failed', field))
    expect(refused.body).toMatchObject({ error: { details: [{ code: 'archived' }] } })
    expect((await read(held)).body.data).toEqual(holding.data)
    expect(await slugs()).toEqual(before.filter((slug) => slug !== world.slug))
    expect(await slugs('archived=true')).toContain(world.slug)

    await manage(`${path}/${world.id}/unarchive`)
    await manage(`${path}/${world.id}/unarchive`)
    expect(await slugs()).toEqual(before)
    expect((await put(world)).status).toBeLessThan(300)
    expect(await audited()).toMatchObject([
      { action: `${kind}.unarchived` },
      { action: `${kind}.archived` },
    ])
  })

  test('the order is the administrators’: those named first, the rest as they were', async () => {
    const { body: listed } = await read(path)
    const ids = listed.data.map(({ id }: Place) => id) as number[]
    const first = [ids.at(-1), ids.at(1)] as number[]
    const rest = ids.filter((id) => !first.includes(id))
    const { body } = await manage(`${path}/order`, { ids: first })
    expect(body.data.ids.slice(0, 2)).toEqual(first)
    const { body: after } = await read(path)
    expect(after.data.map(({ id }: Place) => id)).toEqual([...first, ...rest])
    await manage(`${path}/order`, { ids: first })
    expect(await audited()).toMatchObject([
      { action: `${kind}.ordered`, target: { id: first[0] }, after: { ids: body.data.ids } },
    ])
  })

  test('a caller who pages while they are ordered anew misses none', async () => {
    const { body: whole } = await read(path)
    const ids = whole.data.map(({ id }: Place) => id) as number[]
    const { body: page } = await read(`${path}?limit=1`)
    await manage(`${path}/order`, { ids: [...ids].reverse() })
    const { body: others } = await read(`${path}?limit=100&cursor=${page.next_cursor}`)
    const seen = [...page.data, ...others.data].map(({ id }: Place) => id)
    expect(seen).toEqual(expect.arrayContaining(ids))
  })

  test('an order of what is not there is refused by its place in the list', async () => {
    const other = await platform.addTenant()
    const { body } = await platform.call(`/api/v1${path}`, {
      key: await other.key(),
      host: other.url,
    })
    const before = await slugs()
    expect(await manage(`${path}/order`, { ids: [world.id, body.data[0].id] })).toMatchObject(
      refusal(422, 'validation_failed', 'ids[1]'),
    )
    expect(await manage(`${path}/order`, { ids: [world.id, world.id] })).toMatchObject(
      refusal(422, 'validation_failed', 'ids'),
    )
    expect(await slugs()).toEqual(before)
  })

  test('administrators find them in the console, too', async () => {
    expect((await read(path, session)).body.data).toEqual((await read(path)).body.data)
  })
})

test('a thread in a forum that is archived takes no reply, and its posts may be edited', async () => {
  await manage('/forums/12/archive')
  expect(await write('/posts', { thread_id: 118, body: 'One more' })).toMatchObject(
    refusal(422, 'validation_failed', 'thread_id'),
  )
  expect((await write('/posts/4501', { body: 'Solved.' })).status).toBe(200)
})

test('a listing stays in a category that is archived, and moves into none', async () => {
  await manage('/listing-categories/6/archive')
  await manage('/listing-categories/9/archive')
  expect((await write('/listings/42', { price_cents: 100, category_id: 6 })).status).toBe(200)
  expect(await write('/listings/42', { category_id: 9 })).toMatchObject(
    refusal(422, 'validation_failed', 'category_id'),
  )
})

test('a community begins with a forum, categories and areas, in the order they are written in', async () => {
  const other = await platform.addTenant()
  const slugs = async (path: string) => {
    const { body } = await platform.call(`/api/v1${path}`, {
      key: await other.key(),
      host: other.url,
    })
    return body.data.map(({ slug }: Place) => slug)
  }
  expect(await slugs('/forums')).toEqual(['general'])
  expect(await slugs('/listing-categories')).toEqual([
    ...['electronics', 'games', 'parts', 'books', 'collectibles', 'other'],
  ])
  expect(await slugs('/file-areas')).toEqual(['documents', 'images', 'software', 'other'])
})

test('a partition has room for 500 of a kind', async () => {
  await platform.query(
    `insert into forums (tenant_id, slug, name)
     select $1, 'f' || n, 'F' from generate_series(1, 496) n returning id`,
    [tenant.live.tenantId],
  )
  expect((await manage('/forums', { slug: 'last', name: 'Last' })).status).toBe(409)
})
