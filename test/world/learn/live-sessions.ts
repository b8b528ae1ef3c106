import { grownId, type Part, type Place } from '../part.ts'
import { ACTIVITY } from './activities.ts'

const [SCHEDULED, STARTED, VISIT, PRESENT] = [7101, 7102, 7201, 7202]
const [HOST, MEMBER, COURSE] = [9, 312, 501]
const DAY_MS = 24 * 60 * 60 * 1000

/** A session to come, and one that is going on with a member who is there. */
export const part: Part = {
  ids: {
    ...{ 'live-sessions': SCHEDULED, attachLiveSessionRecording: STARTED },
    ...{ listLiveAttendance: STARTED, recordLiveAttendance: STARTED },
    // By the name of the field `activity_id`.
    activitys: ACTIVITY,
  },
  furnish(place) {
    const { at, insert, now } = place
    const started = { starts_at: now, ends_at: new Date(now.getTime() + 7 * DAY_MS) }
    insert('learn_live_sessions', [
      sessionOf(place, at(SCHEDULED)),
      { ...sessionOf(place, at(STARTED)), ...started, present_count: 1, attendee_count: 1 },
    ])
    insert('learn_live_visits', [
      { ...visitOf(place, at(VISIT)), left_at: now },
      { ...visitOf(place, at(PRESENT)), left_at: null },
    ])
  },
  grow(place, numbers) {
    for (const i of numbers) {
      place.insert('learn_live_sessions', [sessionOf(place, grownId(i))])
      place.insert('learn_live_visits', [{ ...visitOf(place, grownId(i)), left_at: place.now }])
    }
  },
}

const sessionOf = ({ at, now }: Place, id: number) => ({
  ...{ id, course_id: at(COURSE), title: 'Questions and answers', description: '' },
  ...{ starts_at: '2999-06-01T16:00:00Z' as Date | string, timezone: 'Europe/Berlin' },
  ...{ ends_at: '2999-06-01T17:00:00Z' as Date | string, local_time: 'exact', capacity: 30 },
  ...{ join_url: `https://meet.example.com/j/${id}`, host_user_id: at(HOST) },
  ...{ present_count: 0, attendee_count: 0, created_at: now, updated_at: now },
})

const visitOf = ({ at, now }: Place, id: number) => ({
  ...{ id, session_id: at(STARTED), user_id: at(MEMBER), joined_at: now },
})
