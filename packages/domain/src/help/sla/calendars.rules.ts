import type { components, FieldFault } from '@mobieus/contract'
import { problem } from '../../kit/problem.ts'
import { isTimeZone } from '../../kit/time-zones.ts'
import { minuteOf, minutesOfWeek, WEEKDAYS, type Hours } from './business-time.rules.ts'

type Body = components['schemas']['HelpCalendarUpdate']
type Holiday = components['schemas']['HelpHoliday']

/** The parts of a calendar, in the order in which it is kept: from Monday on, and by dates. */
export function calendarOf<Sent extends Body>({ hours, holidays, ...named }: Sent) {
  refuse([
    ...(named.time_zone === undefined ? [] : zoneFaults(named.time_zone)),
    ...(hours ?? []).flatMap((each, i) => hoursFaults(each, i, hours as readonly Hours[])),
    ...(holidays ?? []).flatMap((each, i) => holidayFaults(each, i, holidays as Holiday[])),
  ])
  return {
    ...named,
    ...(hours && { hours: [...hours].sort(byTime) }),
    ...(holidays && { holidays: [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1)) }),
  }
}

/** Refuses a body for its faults, all of them at once. */
export function refuse(details: readonly FieldFault[]): void {
  const [first] = details
  if (!first) return
  const message =
    details.length === 1
      ? `The body has a fault: ${first.field} ${first.message}.`
      : `The body has ${details.length} faults, listed in details.`
  throw problem('validation_failed', message, { details })
}

export const fault = (field: string, code: string, message: string): FieldFault => ({
  ...{ field, code, message },
})

const dayOf = ({ day }: Hours) => WEEKDAYS.indexOf(day as (typeof WEEKDAYS)[number])
const byTime = (a: Hours, b: Hours) => dayOf(a) - dayOf(b) || minuteOf(a.opens) - minuteOf(b.opens)

const zoneFaults = (name: string): FieldFault[] =>
  isTimeZone(name)
    ? []
    : [fault('time_zone', 'time_zone', 'is not a time zone of the IANA database')]

function hoursFaults(hours: Hours, i: number, all: readonly Hours[]): FieldFault[] {
  const [opens, closes] = [minuteOf(hours.opens), minuteOf(hours.closes)]
  if (closes <= opens) return [fault(`hours[${i}].closes`, 'not_after', 'is not after opens')]
  const before = all.findIndex(
    (each, j) =>
      j < i &&
      each.day === hours.day &&
      minuteOf(each.opens) < closes &&
      opens < minuteOf(each.closes),
  )
  if (before < 0) return []
  return [fault(`hours[${i}].opens`, 'overlaps', `is within the hours of hours[${before}]`)]
}

function holidayFaults({ date }: Holiday, i: number, all: readonly Holiday[]): FieldFault[] {
  const first = all.findIndex((each) => each.date === date)
  if (first === i) return []
  return [fault(`holidays[${i}].date`, 'twice', `is the day of holidays[${first}]`)]
}

const WEEKS_OF_YEAR = 52

/** Whether so many minutes pass within a year of a calendar's hours; time is never counted for longer. */
export const passWithinYear = (
  minutes: number,
  calendar: { readonly hours: readonly Hours[] } | null,
): boolean => !calendar || minutes <= WEEKS_OF_YEAR * minutesOfWeek(calendar)
