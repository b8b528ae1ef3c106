import type { Request } from '@mobieus/contract'

type Query = Request<'listLiveSessions'>['query']

/** The ranges of times that a status is at this time, with the other filters. */
export function rangeOf({ course_id, status, from, to }: Query, now: Date) {
  const at = now.toISOString()
  return {
    ...(course_id !== undefined && { course_id }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(status !== undefined && { is_cancelled: status === 'cancelled' }),
    ...(status === 'scheduled' && { starts_after: at }),
    ...(status === 'live' && { starts_by: at, ends_after: at }),
    ...(status === 'ended' && { ends_by: at }),
  }
}
