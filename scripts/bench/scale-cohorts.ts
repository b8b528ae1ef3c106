import type { ScaleTenant } from './scale-fill.ts'
import { grantsFrom } from './scale-fill-cohorts.ts'
import { get, list, nth, someMember, write, type ScaleRow } from './scale-requests.ts'

const learn = '/api/v1/learn'
const cohorts = `${learn}/cohorts`
const sessions = `${learn}/live-sessions`
const feeds = `${learn}/calendar-feeds`
const deletions = `${learn}/actor-deletions`
const forwarders = `${learn}/record-forwarders`
const cohort = (t: ScaleTenant, n: number) => grantsFrom(t) + Math.floor(t.rows / 3) + n
/** A session that is going on, or one to come. */
const live = (t: ScaleTenant, n: number) => nth('learn_live_sessions', t, n, 2, 0)
const coming = (t: ScaleTenant, n: number) => nth('learn_live_sessions', t, n, 2, 1)
const course = (t: ScaleTenant) => t.from.learn_courses + 1
const counted = (row: ScaleRow): ScaleRow => ({
  ...row,
  exempt: 'its total is counted on the index: there are as many as people have planned, or bought',
})
const seat = (t: ScaleTenant, n: number) => ({
  path: `${cohorts}/${cohort(t, n)}/redeem`,
  body: { user_id: t.from.users + 300 + n },
})

/** Cohorts with seats, live sessions and their calendars. */
export const COHORT_ROWS: readonly ScaleRow[] = [
  ...list('listCohorts', cohorts, {
    source: { source: 'grant' },
    course_id: (t) => ({ course_id: course(t) }),
    buyer_user_id: (t) => ({ buyer_user_id: someMember(t) }),
  }).map(counted),
  get('getCohort', (t) => `${cohorts}/${cohort(t, 0)}`),
  write('grantCohort', `${cohorts}/grant`, (t: ScaleTenant, n: number) => ({
    ...{ buyer_user_id: someMember(t), course_id: course(t), seat_count: 20 },
    source_reference: `new-${n}`,
  })),
  write('extendCohort', (t, n) => `${cohorts}/${cohort(t, n + 400)}/extend`, { expires_at: null }),
  get('listCohortInvites', (t) => `${cohorts}/${grantsFrom(t) + 1}/invites`),
  counted(get('listCohortMembers', (t) => `${cohorts}/${grantsFrom(t) + 1}/members`)),
  write(
    'redeemCohortSeat',
    (t, n) => seat(t, n).path,
    (t: ScaleTenant, n: number) => seat(t, n).body,
  ),
  write(
    'revokeCohortSeat',
    (t, n) => `${cohorts}/${cohort(t, n + 200)}/revoke`,
    (t: ScaleTenant, n: number) => seat(t, n + 200).body,
    { before: (t, n) => seat(t, n + 200) },
  ),

  ...list('listLiveSessions', sessions, { course_id: (t) => ({ course_id: course(t) }) }),
  ...list('listLiveSessions', sessions, {
    status: { status: 'live' },
    from: { from: '2026-01-01T00:00:00Z' },
  })
    .slice(1)
    .map(counted),
  get('getLiveSession', (t) => `${sessions}/${live(t, 0)}`),
  get('getLiveSessionCalendar', (t) => `${sessions}/${live(t, 0)}/calendar`),
  write('scheduleLiveSession', sessions, (t: ScaleTenant) => ({
    ...{ course_id: course(t), title: 'Questions', starts_at: '2999-07-01T18:00' },
    ...{ duration_minutes: 60, timezone: 'Europe/Berlin', host_user_id: someMember(t) },
    join_url: 'https://meet.example.com/j/1',
  })),
  write('updateLiveSession', (t, n) => `${sessions}/${coming(t, n)}`, { title: 'Answers' }),
  write('cancelLiveSession', (t, n) => `${sessions}/${coming(t, n + 200)}/cancel`),
  write('attachLiveSessionRecording', (t, n) => `${sessions}/${live(t, n)}/recording`, {
    recording_url: 'https://video.example.com/r/1',
  }),
  counted(
    get('listLiveAttendance', (t) => `${sessions}/${t.from.learn_live_sessions + 1}/attendance`),
  ),
  write(
    'recordLiveAttendance',
    (t, n) => `${sessions}/${live(t, n + 200)}/attendance`,
    (t: ScaleTenant, n: number) => ({
      user_id: t.from.users + 1 + ((live(t, n + 200) - t.from.learn_live_sessions) % 100),
      event: 'joined',
    }),
  ),

  ...list('listCalendarFeeds', feeds, { user_id: (t) => ({ user_id: someMember(t) }) }),
  write('createCalendarFeed', feeds, (t: ScaleTenant, n: number) => ({
    ...{ label: 'Telephone', user_id: t.from.users + 500 + n },
  })),
  write('revokeCalendarFeed', (t, n) => `${feeds}/${nth('learn_calendar_feeds', t, n)}/revoke`),

  ...list('listActorDeletions', deletions),
  get('getActorDeletion', (t) => `${deletions}/${nth('learn_actor_deletions', t, 0)}`),
  ...list('listRecordForwarders', forwarders),
  get('getRecordForwarder', (t) => `${forwarders}/${nth('learn_record_forwarders', t, 0)}`),
  write(
    'updateRecordForwarder',
    (t, n) => `${forwarders}/${nth('learn_record_forwarders', t, n)}`,
    (_: ScaleTenant, n: number) => ({ label: `Archive ${n}` }),
  ),
  write(
    'deleteRecordForwarder',
    (t, n) => `${forwarders}/${nth('learn_record_forwarders', t, n + 200)}/delete`,
  ),
  write('createActorDeletion', deletions, { agent: '{"mbox":"mailto:ada@example.com"}' }),
]
