import { Temporal } from 'temporal-polyfill'

/** Hours of a day of the week; `closes` may be `24:00`. */
export interface Hours {
  readonly day: string
  readonly opens: string
  readonly closes: string
}

/** The part of a calendar that time is counted by. Its hours are in order, and do not overlap. */
export interface OpenHours {
  readonly time_zone: string
  readonly hours: readonly Hours[]
  readonly holidays: readonly { readonly date: string }[]
}

/** Milliseconds since 1970, from and to. */
export type Span = readonly [from: number, to: number]

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

export const MINUTE_MS = 60_000
const MIDNIGHT = '24:00'

/**
 * The instants at which so many milliseconds of open hours have passed since `from`, spans of `pauses` left out.
 * `amounts` ascend; pauses are in order and do not overlap. No calendar is around the clock. An instant may fall
 * on closing time. Hours are those that pass, not those of the clock: a day on which clocks change has one more or
 * one fewer.
 */
export function instantsAfter(
  calendar: OpenHours | null,
  from: number,
  amounts: readonly number[],
  pauses: readonly Span[] = [],
): number[] {
  const instants: number[] = []
  let passed = 0
  let begin = from
  for (const [paused, resumed] of [...pauses, [Infinity, Infinity] as const]) {
    for (const [opens, closes] of openSpans(calendar, begin, paused)) {
      while (passed + closes - opens >= (amounts[instants.length] as number)) {
        instants.push(opens + (amounts[instants.length] as number) - passed)
        if (instants.length === amounts.length) return instants
      }
      passed += closes - opens
    }
    begin = Math.max(begin, resumed)
  }
  return instants
}

/** The spans between two instants in which a calendar is open, in their order; without an end they go on for ever. */
export function* openSpans(
  calendar: OpenHours | null,
  from: number,
  until: number,
): Generator<Span> {
  if (from >= until) return
  if (!calendar) return yield [from, until]
  const { time_zone, hours, holidays } = calendar
  const closed = new Set(holidays.map(({ date }) => date))
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(time_zone)
  let last = from
  for (let date = first.toPlainDate(); ; date = date.add({ days: 1 })) {
    if (closed.has(date.toString())) continue
    const day = WEEKDAYS[date.dayOfWeek - 1]
    for (const each of hours) {
      if (each.day !== day) continue
      const opens = Math.max(last, instantOf(date, each.opens, time_zone))
      if (opens >= until) return
      const closes = Math.min(until, instantOf(date, each.closes, time_zone))
      // Where clocks go forward, hours may be shorter or none; no span reaches into the one before.
      if (closes <= opens) continue
      yield [opens, closes]
      last = closes
    }
    if (until < Infinity && instantOf(date, MIDNIGHT, time_zone) >= until) return
  }
}

/** A time of a day as an instant: one that clocks skip is as long after midnight, one that occurs twice the first. */
function instantOf(date: Temporal.PlainDate, time: string, zone: string): number {
  const [day, at] = time === MIDNIGHT ? [date.add({ days: 1 }), '00:00'] : [date, time]
  return day.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds
}

/** The minutes of a week in which a calendar is open. */
export const minutesOfWeek = ({ hours }: Pick<OpenHours, 'hours'>): number =>
  hours.reduce((sum, { opens, closes }) => sum + minuteOf(closes) - minuteOf(opens), 0)

/** The minute of the day that a time is, `09:30` or `24:00`. */
export const minuteOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
