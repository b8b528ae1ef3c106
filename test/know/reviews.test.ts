import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { reviewClock } from '../../packages/domain/src/know/index.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { findDrift } from '../world/recount.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let wiki: Wiki
let owner: number
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
  owner = await wiki.member('owner')
})

const tenantId = () => wiki.tenant.live.tenantId
const inDays = (days: number) => new Date(platform.clock.now().getTime() + days * DAY_MS)
const tick = (days: number) => doChore(platform.db, tenantId(), reviewClock, inDays(days))
const set = (slug: string, body: object) => wiki.ok(`/pages/${slug}/review`, body)
const listed = async (query = '') => {
  const { body } = await wiki.read(`/reviews${query}`)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ page }: Json) => page.slug) as string[]
}
const told = async () => {
  const key = await wiki.tenant.key()
  const path = '/api/v1/events?type=page.review_due'
  const { body } = await platform.call(path, { key, host: wiki.tenant.url })
  return body.data.map(({ data }: Json) => data) as Json[]
}

test('a page is told to be due once, until it is reviewed, and then again after its interval', async () => {
  await wiki.page('guide')
  await set('guide', { interval_days: 10, owner_id: owner })
  expect(await tick(9)).toBe(0)
  expect([await tick(11), await tick(12)]).toEqual([1, 0])
  expect(await told()).toMatchObject([{ slug: 'guide', owner: { username: 'owner' } }])
  expect(await listed('?is_due=true')).toEqual(['guide'])
  const done = await wiki.ok('/pages/guide/review/done', { actor_id: owner })
  expect(done).toMatchObject({ is_due: false, reviewed_by: { username: 'owner' } })
  expect(await listed('?is_due=true')).toEqual([])
  expect([await tick(9), await tick(11)]).toEqual([0, 1])
  expect(await told()).toHaveLength(2)
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('many pages that are due at once are told of, each once, by two workers as well', async () => {
  for (let i = 0; i < 5; i++) {
    await wiki.page(`page-${i}`)
    await set(`page-${i}`, { interval_days: 1 })
  }
  await Promise.all([tick(2), tick(2)])
  expect(new Set((await told()).map(({ slug }) => slug)).size).toBe(5)
  expect(await told()).toHaveLength(5)
})

test('a page that comes due while its review is set is told of once', async () => {
  await wiki.page('guide')
  for (let round = 1; round <= 5; round++) {
    await set('guide', { interval_days: 1, due_at: inDays(1).toISOString() })
    const past = { interval_days: 1, due_at: inDays(-1).toISOString() }
    await Promise.all([set('guide', past), tick(2), set('guide', past), tick(2)])
    expect(await told()).toHaveLength(round)
  }
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('pages are listed as they are due, by owner and by whether they are', async () => {
  for (const [slug, due_at] of [
    ['later', inDays(20)],
    ['past', inDays(-1)],
    ['soon', inDays(2)],
  ] as const) {
    await wiki.page(slug)
    const whose = slug === 'soon' ? { owner_id: owner } : {}
    await set(slug, { interval_days: 30, due_at: due_at.toISOString(), ...whose })
  }
  expect(await listed()).toEqual(['past', 'soon', 'later'])
  expect(await listed(`?owner_id=${owner}`)).toEqual(['soon'])
  expect(await listed('?is_due=false')).toEqual(['soon', 'later'])
  expect(await listed(`?is_due=true&owner_id=${owner}`)).toEqual([])
  expect((await told()).map(({ slug }) => slug)).toEqual(['past'])
})

test('a page in the trash is not due, and is told of when it is back', async () => {
  await wiki.page('away')
  await set('away', { interval_days: 1 })
  const { id } = await wiki.ok('/pages/away/delete')
  expect([await listed(), await tick(2)]).toEqual([[], 0])
  await wiki.ok(`/trash/${id}/restore`)
  expect([await listed(), await tick(2)]).toEqual([['away'], 1])
  await wiki.ok('/pages/away/review/delete')
  expect([await listed(), (await wiki.read('/pages/away/review')).status]).toEqual([[], 404])
  expect((await wiki.write('/pages/away/review/done')).status).toBe(404)
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('the audit log says what somebody sets for the page of another member', async () => {
  await wiki.page('theirs', 'Text.', { author_id: owner })
  await set('theirs', { interval_days: 5, actor_id: owner })
  await set('theirs', { interval_days: 6 })
  const { rows } = await platform.query(
    `select action, before, after from audit_log where tenant_id = $1 and action like 'know_review%'`,
    [tenantId()],
  )
  expect(rows).toMatchObject([
    {
      ...{ action: 'know_review.updated', before: { interval_days: 5 } },
      after: { interval_days: 6 },
    },
  ])
  const nobody = await wiki.write('/pages/theirs/review', { interval_days: 5, owner_id: 999_999 })
  expect(nobody).toMatchObject(refusal(422, 'validation_failed', 'owner_id', 'not_found'))
})

test('a shadow-banned member is answered, and changes no review', async () => {
  await wiki.page('kept')
  const by = { actor_id: owner }
  await platform.query('update users set shadow_banned_at = now() where id = $1', [owner])
  const shown = await set('kept', { interval_days: 9, owner_id: owner, ...by })
  expect(shown).toMatchObject({ interval_days: 9, owner: { username: 'owner' }, reviewed_at: null })
  expect((await wiki.read('/pages/kept/review')).status).toBe(404)
  const plan = await set('kept', { interval_days: 5 })
  await wiki.ok('/pages/kept/review/delete', by)
  expect(await wiki.ok('/pages/kept/review/done', by)).toMatchObject({ reviewed_by: { id: owner } })
  expect((await wiki.read('/pages/kept/review')).body.data).toEqual(plan)
  expect([await listed(), await findDrift(platform, tenantId())]).toEqual([['kept'], []])
})
