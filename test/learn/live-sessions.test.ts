import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openAcademy, type Academy } from '../support/http/academy.ts'
import { addActivities } from '../support/http/course-parts.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { hasLearnCases, learnBytes, learnCase } from '../support/learn-cases.ts'
import { readCalendar, type ReadEvent } from '../support/calendar.ts'
import { findDrift } from '../world/recount.ts'

const MINUTE_MS = 60_000

let platform: Platform
let academy: Academy
let host: number
let course: number
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  academy = await openAcademy(platform)
  ;[host, course] = [await academy.member(), await academy.course()]
})

const sessionOf = (more: object = {}) => ({
  ...{ course_id: course, host_user_id: host, title: 'Questions', timezone: 'Europe/Berlin' },
  ...{ starts_at: '2026-07-01T10:00', join_url: 'https://meet.example.com/j/1' },
  ...('ends_at' in more ? {} : { duration_minutes: 60 }),
  ...more,
})
const schedule = (more: object = {}): Promise<Json> => academy.ok('/live-sessions', sessionOf(more))
/** A time so many minutes from now. */
const at = (minutes: number) =>
  new Date(platform.clock.now().getTime() + minutes * MINUTE_MS).toISOString()
const titles = async (query: string) => {
  const { body } = await academy.read(`/live-sessions?${query}`)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ title }: Json) => title)
}
const calendar = async (id: number) => {
  const { status, text, headers } = await academy.read(`/live-sessions/${id}/calendar`)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  return readCalendar(text)
}

test('a local time that clocks skip or repeat is read as RFC 5545 says, or refused by name', async () => {
  const gap = await schedule({ starts_at: '2026-03-29T02:30' })
  expect(gap).toMatchObject({ starts_local: '2026-03-29T03:30:00+02:00', local_time: 'skipped' })
  const twice = await schedule({ starts_at: '2026-10-25T02:30' })
  expect(twice).toMatchObject({
    ...{ starts_local: '2026-10-25T02:30:00+02:00', local_time: 'repeated' },
    starts_at: '2026-10-25T00:30:00Z',
  })
  for (const [starts_at, named] of [
    ['2026-03-29T02:30', 'on 2026-03-29 clocks go from 02:00 to 03:00, +01:00 to +02:00'],
    ['2026-10-25T02:30', 'is there twice in Europe/Berlin: say the offset, +02:00 or +01:00'],
    ['2026-02-30T10:00', 'is not a date and a time'],
  ] as const) {
    const body = sessionOf({ starts_at, disambiguation: 'reject' })
    const answer = await academy.write('/live-sessions', body)
    expect(answer).toMatchObject(refusal(422, 'validation_failed', 'starts_at', 'local_time'))
    expect(answer.body.error.details[0].message).toContain(named)
  }
})

test.each([
  ['timezone', { timezone: 'W. Europe Standard Time' }],
  ['timezone', { timezone: 'EST' }],
  ['timezone', { timezone: '+02:00' }],
  ['title', { title: 'Two\nlines' }],
  ['join_url', { join_url: 'http://meet.example.com/j/1' }],
  ['join_url', { join_url: 'javascript:alert(1)' }],
  ['ends_at', { ends_at: '2026-07-01T10:00' }],
  ['ends_at', { ends_at: '2026-07-01T11:00', duration_minutes: 60 }],
  ['host_user_id', { host_user_id: 999_999_999 }],
])('a session is refused for its %s: %j', async (field, more) => {
  const answer = await academy.write('/live-sessions', sessionOf(more))
  expect(answer).toMatchObject(refusal(422, 'validation_failed', field))
})

test('the clock moves a session from scheduled to live and ended, for lists as for itself', async () => {
  await schedule({ title: 'past', starts_at: at(-120) })
  const now = await schedule({ title: 'now', starts_at: at(-10) })
  const soon = await schedule({ title: 'soon', starts_at: at(30) })
  const off = await schedule({ title: 'off', starts_at: at(60) })
  await academy.ok(`/live-sessions/${off.id}/cancel`, { reason: 'The host is ill.' })
  expect([now.status, soon.status]).toEqual(['live', 'scheduled'])
  for (const [query, wanted] of [
    ['status=ended', ['past']],
    ['status=live', ['now']],
    ['status=scheduled', ['soon']],
    ['status=cancelled', ['off']],
    [`course_id=${course}`, ['off', 'soon', 'now', 'past']],
    [`from=${encodeURIComponent(at(0))}&to=${encodeURIComponent(at(45))}`, ['soon', 'now']],
    [`course_id=${await academy.course()}`, []],
  ] as const)
    expect({ query, titles: await titles(query) }).toEqual({ query, titles: wanted })
  expect(await findDrift(platform, academy.tenant.live.tenantId)).toEqual([])
})

test('a change raises the sequence, keeps the duration, and ends with cancelling', async () => {
  const { id } = await schedule({ starts_at: '2999-07-01T10:00', duration_minutes: 90 })
  const change = (body: object) => academy.write(`/live-sessions/${id}`, body)
  const moved = (await change({ starts_at: '2999-07-02T09:00' })).body.data
  expect(moved).toMatchObject({ ends_local: '2999-07-02T10:30:00+02:00', duration_minutes: 90 })
  const elsewhere = (await change({ timezone: 'Asia/Kathmandu', capacity: 3 })).body.data
  expect(elsewhere).toMatchObject({
    ...{ starts_at: moved.starts_at, starts_local: '2999-07-02T12:45:00+05:45', capacity: 3 },
  })
  expect((await calendar(id))[0]).toMatchObject({ sequence: 2, status: 'CONFIRMED' })
  await academy.ok(`/live-sessions/${id}/cancel`)
  expect((await calendar(id))[0]).toMatchObject({ sequence: 3, status: 'CANCELLED' })
  for (const path of ['', '/cancel', '/recording']) {
    const body = path === '/recording' ? { recording_url: 'https://v.example.com/1' } : {}
    const answer = await academy.write(`/live-sessions/${id}${path}`, body)
    expect(answer).toMatchObject(refusal(409, 'conflict'))
  }
})

test('a recording comes with a session that has begun', async () => {
  const { id } = await schedule({ starts_at: at(-120) })
  const soon = await schedule({ starts_at: at(60) })
  const recording = { recording_url: 'https://v.example.com/1', duration_seconds: 3000 }
  expect(await academy.write(`/live-sessions/${soon.id}/recording`, recording)).toMatchObject(
    refusal(409, 'conflict'),
  )
  expect(await academy.ok(`/live-sessions/${id}/recording`, recording)).toMatchObject({
    ...{ recording_url: recording.recording_url, recording_duration_seconds: 3000 },
  })
})

test('members change no session but the one that they hold', async () => {
  const { id } = await schedule({ starts_at: at(60) })
  const other = await academy.member()
  const cancel = (actor_id: number) => academy.write(`/live-sessions/${id}/cancel`, { actor_id })
  expect(await cancel(other)).toMatchObject(refusal(422, 'validation_failed', 'actor_id'))
  const planned = await academy.write('/live-sessions', sessionOf({ actor_id: other }))
  expect(planned).toMatchObject(refusal(422, 'validation_failed', 'actor_id'))
  expect((await cancel(host)).status).toBe(200)
})

test('visits are counted, and a session has room for as many as its capacity', async () => {
  const { id } = await schedule({ starts_at: at(-10), capacity: 2 })
  const members = await Promise.all([1, 2, 3].map(() => academy.member()))
  for (const user_id of members) await academy.ok('/enrollments', { user_id, course_id: course })
  const record = (user_id: number, event: string, more = {}) =>
    academy.write(`/live-sessions/${id}/attendance`, { user_id, event, ...more })
  const joined = await Promise.all(members.map((user_id) => record(user_id, 'joined')))
  expect(joined.map(({ status }) => status).sort()).toEqual([200, 200, 409])
  const inside = joined.filter(({ status }) => status === 200).map((each) => each.body.data)
  const [first] = inside as [Json]
  expect((await record(first.user.id, 'joined')).body.data.id).toBe(first.id)
  expect((await record(first.user.id, 'left')).body.data.left_at).not.toBeNull()
  expect(await record(first.user.id, 'left')).toMatchObject(refusal(409, 'conflict'))
  await record(first.user.id, 'joined')
  const read = async (path: string) => (await academy.read(`/live-sessions/${id}${path}`)).body
  expect((await read('')).data).toMatchObject({ present_count: 2, attendee_count: 2 })
  expect((await read('/attendance')).total_count).toBe(3)
  expect((await read(`/attendance?user_id=${first.user.id}`)).total_count).toBe(2)
  const stranger = await academy.member()
  expect(await record(stranger, 'joined')).toMatchObject(
    refusal(422, 'validation_failed', 'user_id', 'not_enrolled'),
  )
  expect(await record(members[0] as number, 'left', { at: at(5) })).toMatchObject(
    refusal(422, 'validation_failed', 'at', 'too_late'),
  )
})

test('a calendar reads the sessions of a member until its feed is revoked', async () => {
  const learner = await academy.member()
  await academy.ok('/enrollments', { user_id: learner, course_id: course })
  const other = await academy.course()
  await schedule({ title: 'enrolled', starts_at: at(60) })
  await schedule({ title: 'elsewhere', starts_at: at(60), course_id: other })
  await schedule({ title: 'held', starts_at: at(90), course_id: other, host_user_id: learner })
  await schedule({ title: 'old', starts_at: at(-200 * 24 * 60) })
  const feed = await academy.ok('/calendar-feeds', { label: 'Phone', user_id: learner })
  const { pathname, search } = new URL(feed.url)
  const get = (more = '', headers = {}) =>
    platform.call(pathname + search + more, { key: null, host: academy.tenant.url, headers })
  const read = await get()
  expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(readCalendar(read.text).map(({ title }: ReadEvent) => title)).toEqual([
    ...['enrolled', 'held'],
  ])
  const etag = read.headers.get('etag') as string
  expect((await get('', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('x')).status).toBe(404)
  const listed = (await academy.read(`/calendar-feeds?user_id=${learner}`)).text
  expect(listed).toContain('Phone')
  const token = new URLSearchParams(search).get('token') as string
  expect(listed + platform.logged.join()).not.toContain(token)
  const { rows } = await platform.query('select token_hash from learn_calendar_feeds')
  expect(JSON.stringify(rows)).not.toContain(token)
  await academy.ok(`/calendar-feeds/${feed.id}/revoke`)
  expect((await get()).status).toBe(404)
})

test('a learner who attends completes the activity of the session, and with it the course', async () => {
  const learner = await academy.member()
  const [meeting, page] = await addActivities(
    platform,
    academy,
    course,
    { kind: 'live_session' },
    {},
  )
  const refused = refusal(422, 'validation_failed', 'activity_id')
  for (const activity_id of [page, 999_999])
    expect(await academy.write('/live-sessions', sessionOf({ activity_id }))).toMatchObject(refused)
  const { id } = await schedule({ activity_id: meeting, starts_at: at(-5) })
  const { id: enrollment } = await academy.ok('/enrollments', {
    ...{ user_id: learner, course_id: course },
  })
  await academy.ok(`/activities/${page}/complete`, { actor_id: learner })
  for (const user_id of [host, learner])
    await academy.ok(`/live-sessions/${id}/attendance`, { user_id, event: 'joined' })
  expect((await academy.read(`/enrollments/${enrollment}`)).body.data.status).toBe('completed')
  expect(await academy.told('certificate.issued')).toBe(1)
})

test('the time of an activity is that of all visits to its sessions together', async () => {
  const learner = await academy.member()
  const [activity_id] = await addActivities(platform, academy, course, { kind: 'live_session' })
  const { id: enrollment } = await academy.ok('/enrollments', {
    ...{ user_id: learner, course_id: course },
  })
  const first = await schedule({ activity_id, starts_at: at(-50) })
  const second = await schedule({ activity_id, starts_at: at(-10) })
  for (const [{ id }, from, to] of [
    [first, -40, -30],
    [first, -20, -15],
    [second, -5, -2],
  ] as const)
    for (const [event, minutes] of [['joined', from] as const, ['left', to] as const])
      await academy.ok(`/live-sessions/${id}/attendance`, {
        ...{ user_id: learner, event, at: at(minutes) },
      })
  const [progress] = (await academy.read(`/enrollments/${enrollment}/progress`)).body.data
  expect(progress.seconds).toBeGreaterThan(17 * 60)
  expect(progress.seconds).toBeLessThan(19 * 60)
})

const cases = hasLearnCases ? describe : describe.skip

cases('a case of neighbouring calendars', () => {
  test('dst: each row is that instant, or refused for its zone', async () => {
    for (const { starts_at, timezone, duration_minutes, ...row } of learnCase('live/dst.json')
      .rows) {
      const body = sessionOf({ starts_at, timezone, duration_minutes })
      const { status, body: answer } = await academy.write('/live-sessions', body)
      const said = answer.data && {
        ...{ starts_utc: answer.data.starts_at, ends_utc: answer.data.ends_at },
        starts_local: answer.data.starts_local.slice(0, 19),
        ends_local: answer.data.ends_local.slice(0, 19),
      }
      const { status: wanted = 201, ...times } = row
      expect({ starts_at, timezone, status, ...said }).toMatchObject({
        starts_at,
        timezone,
        status: wanted,
        ...times,
      })
      if (status === 422) expect(answer.error.details[0].field).toBe('timezone')
    }
  })

  test('escape: the calendar says what the library reads from theirs', async () => {
    const { id } = await schedule(learnCase('live/escape.json').input)
    const [ours] = await calendar(id)
    const [theirs] = readCalendar(
      learnBytes('live/escape.ics').toString().replaceAll(/\r?\n/g, '\r\n'),
    )
    for (const field of ['title', 'description', 'url', 'start', 'end'] as const)
      expect(ours?.[field]).toEqual(theirs?.[field])
  })

  test('a title of 90 umlauts with all that is escaped is read back as it is', async () => {
    const title = `Knots, bends; and\\or ${'Ü'.repeat(90)}`
    const { id } = await schedule({ title, description: 'one\ntwo\\n 👩‍🚀'.repeat(30) })
    expect(await calendar(id)).toMatchObject([{ title, description: 'one\ntwo\\n 👩‍🚀'.repeat(30) }])
  })
})
