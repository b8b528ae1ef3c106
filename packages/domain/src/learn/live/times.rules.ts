import { Temporal } from 'temporal-polyfill'

/** How a local time was read: it was there once, it was skipped as clocks went forward, or it was there twice. */
export type LocalTime = 'exact' | 'skipped' | 'repeated'

/** The choice for a local time that is not there once; `compatible` is that of RFC 5545, 3.3.5. */
export type Disambiguation = 'compatible' | 'earlier' | 'later' | 'reject'

/** An instant, and how it was found. */
export interface Read {
  readonly at: Date
  readonly localTime: LocalTime
}

/** The rest of a sentence about a time that cannot be read. */
export type Unreadable = string

const HAS_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/i

/**
 * The instant of a time. With an offset it is that instant, whatever the zone; without one it is local time in the
 * zone. A time that is skipped counts by the offset before the gap, of one that is repeated it is the first.
 */
export function readTime(
  text: string,
  zone: string,
  disambiguation: Disambiguation = 'compatible',
): Read | Unreadable {
  try {
    if (HAS_OFFSET.test(text))
      return { at: dateOf(Temporal.Instant.from(text)), localTime: 'exact' }
    return readLocal(Temporal.PlainDateTime.from(text), zone, disambiguation)
  } catch {
    return 'is not a date and a time'
  }
}

function readLocal(
  local: Temporal.PlainDateTime,
  zone: string,
  disambiguation: Disambiguation,
): Read | Unreadable {
  const [earlier, later] = (['earlier', 'later'] as const).map((each) =>
    local.toZonedDateTime(zone, { disambiguation: each }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  if (earlier.equals(later)) return { at: dateOf(earlier.toInstant()), localTime: 'exact' }
  const localTime = earlier.toPlainDateTime().equals(local) ? 'repeated' : 'skipped'
  if (disambiguation === 'reject')
    return localTime === 'skipped' ? gapAt(earlier, later, zone) : twiceAt(earlier, later, zone)
  const isLater =
    disambiguation === 'compatible' ? localTime === 'skipped' : disambiguation === 'later'
  return { at: dateOf((isLater ? later : earlier).toInstant()), localTime }
}

const gapAt = (before: Temporal.ZonedDateTime, after: Temporal.ZonedDateTime, zone: string) => {
  const change = before.getTimeZoneTransition('next') as Temporal.ZonedDateTime
  const was = change.toInstant().toZonedDateTimeISO(before.offset)
  const [from, to] = [was, change].map(minuteOf) as [string, string]
  return `does not exist in ${zone}: on ${was.toPlainDate().toString()} clocks go from ${from} to ${to}, ${before.offset} to ${after.offset}`
}

const twiceAt = (first: Temporal.ZonedDateTime, last: Temporal.ZonedDateTime, zone: string) =>
  `is there twice in ${zone}: say the offset, ${first.offset} or ${last.offset}`

const minuteOf = (time: Temporal.ZonedDateTime) =>
  time.toPlainTime().toString({ smallestUnit: 'minute' })

const dateOf = ({ epochMilliseconds }: Temporal.Instant) => new Date(epochMilliseconds)

/** An instant as local time in a zone with its offset, to the second: `2026-10-25T02:30:00+02:00`. */
export const localOf = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })

/** The state of a session at a time. */
export function statusOf(
  session: {
    readonly starts_at: Date
    readonly ends_at: Date
    readonly cancelled_at: Date | null
  },
  now: Date,
): 'scheduled' | 'live' | 'ended' | 'cancelled' {
  if (session.cancelled_at) return 'cancelled'
  if (now < session.starts_at) return 'scheduled'
  return now < session.ends_at ? 'live' : 'ended'
}
