import type { ShownMeeting } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { timeOf } from '../html.ts'

/** The meetings that complete a part of a course, in the order of the list. */
export function meetingsOf(meetings: readonly ShownMeeting[], now: Date): string {
  if (meetings.length === 0) return '<p>No session is scheduled yet.</p>'
  return `<ul class="list">\n${meetings.map((each) => meetingOf(each, now)).join('\n')}\n</ul>`
}

function meetingOf(meeting: ShownMeeting, now: Date): string {
  const { title, starts_at: from, ends_at: to, join_url, recording_url } = meeting
  const of = `<span class="skip"> ${escaped(title)}</span>`
  const link = (url: string, label: string) =>
    `<a href="${escaped(url)}" rel="noopener noreferrer">${label}${of}</a>`
  const ways = [
    ...(to > now ? [link(join_url, from > now ? 'Where it will be' : 'Join now')] : ['It is over']),
    ...(recording_url === null ? [] : [link(recording_url, 'Recording')]),
  ]
  return `<li><b>${escaped(title)}</b> · ${timeOf(from)} · ${ways.join(' · ')}</li>`
}
