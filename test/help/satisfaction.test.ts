import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { keepingPost } from '../support/fake/post.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { anyMail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'
import { sendMails } from '../support/mail/sending.ts'
import { findDrift } from '../world/recount.ts'

const HOUR_MS = 60 * 60 * 1000

let platform: Platform
let desk: MailDesk
let post: ReturnType<typeof keepingPost>
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
  await desk.tenant.setIni('[help]\nsurvey_hours = 24\n')
  post = keepingPost()
})

const send = async () => {
  expect(await sendMails(platform, desk.tenant.live.tenantId, post)).toEqual([])
  return post.sent.splice(0).filter(({ subject, text }) => subject && text.includes('/rating?'))
}
const move = (status: string) => desk.write('/tickets/HD-000001/status', { status })
const later = (hours: number) => platform.clock.advance(hours * HOUR_MS)
const ask = (link: URL, form?: Record<string, string>) =>
  localFetch(link, {
    ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const rated = async () => (await desk.read('/tickets/HD-000001')).satisfaction as Json
const ratings = async (score: string) => {
  const { text } = await platform.call('/metrics', { key: null })
  return Number(
    new RegExp(`^mobieus_help_ratings_total\\{score="${score}"\\} (.*)$`, 'm').exec(text)?.[1],
  )
}
const linkIn = (text: string | undefined) =>
  new URL(/https?:\S+/.exec(text as string)?.[0] as string)

/** The link of the survey about a ticket that has been resolved. */
async function surveyed(): Promise<URL> {
  await took(desk, anyMail())
  await move('resolved')
  later(25)
  const [survey] = await send()
  return linkIn(survey?.text)
}

test('the requester is asked once, some hours after the end of their ticket', async () => {
  await took(desk, anyMail())
  await move('resolved')
  later(23)
  expect(await send()).toEqual([])
  await move('open')
  later(2)
  expect(await send()).toEqual([])
  await move('resolved')
  later(25)
  expect(await send()).toMatchObject([
    { kind: 'survey', to: { email: 'ann@example.com' }, automatic: 'auto-generated' },
  ])
  await move('open')
  await move('closed')
  later(25)
  expect(await send()).toEqual([])
})

test('a requester is not asked where it is not set, or where they want no such mail', async () => {
  await took(desk, anyMail())
  const { requester } = await desk.read('/tickets/HD-000001')
  const pref = { scope: 'requester', scope_id: requester.id, channel: 'email', enabled: false }
  await desk.write('/notification-prefs', { ...pref, event_key: 'ticket.status_changed' })
  await move('resolved')
  later(25)
  expect(await send()).toEqual([])
  await desk.tenant.setIni('')
  await took(desk, anyMail({ from: 'Bob <bob@example.com>' }))
  await desk.write('/tickets/HD-000002/status', { status: 'resolved' })
  later(1000)
  expect(await send()).toEqual([])
})

test('a rating is kept and counted, changed for a day, and told in thread and audit log', async () => {
  const link = await surveyed()
  const page = await ask(link)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('value="good"')])
  expect(await rated()).toBeNull()
  expect((await ask(link, { rating: 'fine' })).status).toBe(422)
  expect((await ask(link, { rating: 'bad', comment: 'x'.repeat(1001) })).status).toBe(422)
  expect((await ask(link, { rating: 'bad', comment: ' <b>Slow</b> ' })).status).toBe(200)
  expect(await rated()).toMatchObject({ rating: 'bad', comment: '<b>Slow</b>' })
  later(1)
  expect((await ask(link, { rating: 'good' })).status).toBe(200)
  expect(await rated()).toMatchObject({ rating: 'good', comment: null })
  expect((await ask(link, { rating: 'good' })).status).toBe(200)
  expect([await ratings('bad'), await ratings('good')]).toEqual([1, 1])
  for (const query of ['rating=good', 'rating=good&q=printer', 'rating=good&status=resolved'])
    expect(await desk.read(`/tickets?${query}`)).toMatchObject([{ reference: 'HD-000001' }])
  expect(await desk.read('/tickets?rating=bad')).toEqual([])
  later(25)
  expect((await ask(link, { rating: 'bad' })).status).toBe(410)
  expect((await rated()).rating).toBe('good')
  expect([await ratings('bad'), await ratings('good')]).toEqual([1, 1])
  const entries = await desk.read('/audit?event_key=ticket.rated')
  expect(entries.map(({ actor_kind, after_json }: Json) => [actor_kind, after_json])).toEqual([
    ['requester', { rating: 'good' }],
    ['requester', { rating: 'bad' }],
  ])
  const messages = await desk.read('/tickets/HD-000001/messages')
  expect(messages.at(-1).change).toEqual({ field: 'satisfaction', from: 'bad', to: 'good' })
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
})

test('a link that is forged, old or of another tenant rates nothing', async () => {
  const link = await surveyed()
  const token = link.searchParams.get('token') as string
  const other = await platform.addTenant()
  const elsewhere = new URL(link.href.replace(link.origin, other.url))
  for (const each of [new URL(`?token=${token}A`, link), new URL('?token=', link), elsewhere])
    expect([(await ask(each)).status, (await ask(each, { rating: 'bad' })).status]).toEqual([
      ...[404, 404],
    ])
  later(31 * 24)
  expect((await ask(link, { rating: 'bad' })).status).toBe(410)
  expect(await rated()).toBeNull()
})
