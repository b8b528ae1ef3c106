import { expect, test } from '@jest/globals'
import {
  instantsAfter,
  openSpans,
  type OpenHours,
} from '../../packages/domain/src/help/sla/business-time.rules.ts'

/** Open hours, counted by hand. */

const at = (text: string) => Date.parse(text)
const told = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z')
const HOUR = 3_600_000

const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const ALL = [...WORKDAYS, 'saturday', 'sunday']

const calendar = (
  time_zone: string,
  days: readonly string[],
  times: readonly (readonly [string, string])[],
  holidays: readonly string[] = [],
): OpenHours => ({
  time_zone,
  hours: days.flatMap((day) => times.map(([opens, closes]) => ({ day, opens, closes }))),
  holidays: holidays.map((date) => ({ date })),
})

const office = (zone: string, ...holidays: string[]) =>
  calendar(zone, WORKDAYS, [['09:00', '17:00']], holidays)
const berlin = office('Europe/Berlin')
const always = (zone: string) => calendar(zone, ALL, [['00:00', '24:00']])

interface Row {
  readonly calendar: OpenHours | null
  readonly from: string
  readonly hours: number
  readonly pauses?: readonly (readonly [string, string])[]
  readonly due: string
}

const table: Readonly<Record<string, Row>> = {
  'sla-01: over the weekend on which summer time ends': {
    ...{ calendar: berlin, from: '2026-10-23T13:00Z', hours: 4, due: '2026-10-26T10:00Z' },
  },
  'sla-02: and a holiday': {
    ...{ calendar: office('Europe/Berlin', '2026-10-26'), from: '2026-10-23T13:00Z', hours: 4 },
    due: '2026-10-27T10:00Z',
  },
  'sla-03: and a pause over the weekend': {
    ...{ calendar: berlin, from: '2026-10-23T13:00Z', hours: 4, due: '2026-10-26T12:00Z' },
    pauses: [['2026-10-23T14:00Z', '2026-10-26T09:00Z']],
  },
  'sla-04: around the clock while summer time begins': {
    ...{ calendar: always('America/New_York'), from: '2026-03-08T03:00Z', hours: 6 },
    due: '2026-03-08T09:00Z',
  },
  'sla-05: from outside of the hours': {
    ...{ calendar: berlin, from: '2026-10-24T10:00Z', hours: 4, due: '2026-10-26T12:00Z' },
  },
  'due at closing time': {
    ...{ calendar: berlin, from: '2026-06-05T11:00Z', hours: 4, due: '2026-06-05T15:00Z' },
  },
  'a day of eight hours, to the closing of the next': {
    ...{ calendar: berlin, from: '2026-06-04T15:00Z', hours: 8, due: '2026-06-05T15:00Z' },
  },
  'a night that is an hour shorter': {
    calendar: calendar('Europe/Berlin', ['sunday'], [['01:00', '05:00']]),
    ...{ from: '2026-03-29T00:00Z', hours: 3, due: '2026-03-29T03:00Z' },
  },
  'a night that is an hour longer': {
    calendar: calendar('Europe/Berlin', ['sunday'], [['01:00', '05:00']]),
    ...{ from: '2026-10-24T23:00Z', hours: 5, due: '2026-10-25T04:00Z' },
  },
  'an opening that clocks skip is as long after midnight': {
    calendar: calendar('Europe/Berlin', ['sunday'], [['02:30', '06:00']]),
    ...{ from: '2026-03-28T12:00Z', hours: 1, due: '2026-03-29T02:30Z' },
  },
  'hours that lie in what clocks skip are none': {
    calendar: calendar(
      'Europe/Berlin',
      ['sunday'],
      [
        ['02:00', '03:00'],
        ['10:00', '11:00'],
      ],
    ),
    ...{ from: '2026-03-28T12:00Z', hours: 1, due: '2026-03-29T09:00Z' },
  },
  'half hours from Greenwich, with a break at noon': {
    calendar: calendar('Asia/Kolkata', WORKDAYS, [
      ['09:30', '13:00'],
      ['14:00', '18:00'],
    ]),
    ...{ from: '2026-08-14T06:30Z', hours: 6, due: '2026-08-17T05:00Z' },
  },
  'three quarters from Greenwich': {
    ...{ calendar: office('Asia/Kathmandu'), from: '2026-08-14T11:00Z', hours: 1 },
    due: '2026-08-17T04:00Z',
  },
  'half an hour of summer time': {
    calendar: calendar('Australia/Lord_Howe', ['sunday'], [['00:00', '24:00']]),
    ...{ from: '2026-04-04T13:00Z', hours: 24.5, due: '2026-04-05T13:30Z' },
  },
  'a day that a place has left out': {
    calendar: calendar('Pacific/Apia', ALL, [['09:00', '17:00']]),
    ...{ from: '2011-12-30T03:00Z', hours: 12, due: '2011-12-31T23:00Z' },
  },
  'around the clock without a calendar': {
    ...{ calendar: null, from: '2026-10-23T13:00Z', hours: 100, due: '2026-10-27T17:00Z' },
  },
  'two pauses around the clock': {
    ...{ calendar: null, from: '2026-06-01T00:00Z', hours: 10, due: '2026-06-01T13:00Z' },
    pauses: [
      ['2026-06-01T02:00Z', '2026-06-01T04:00Z'],
      ['2026-06-01T08:00Z', '2026-06-01T09:00Z'],
    ],
  },
  'a pause from the very beginning, and out of the hours': {
    ...{ calendar: berlin, from: '2026-06-05T12:00Z', hours: 2, due: '2026-06-08T09:00Z' },
    pauses: [['2026-06-05T12:00Z', '2026-06-07T10:00Z']],
  },
  'due where a pause begins': {
    ...{ calendar: null, from: '2026-06-01T00:00Z', hours: 2, due: '2026-06-01T02:00Z' },
    pauses: [['2026-06-01T02:00Z', '2026-06-01T04:00Z']],
  },
}

test.each(Object.entries(table))('%s', (_, { calendar, from, hours, pauses = [], due }) => {
  const spans = pauses.map(([begin, end]) => [at(begin), at(end)] as const)
  const [half, whole] = instantsAfter(calendar, at(from), [(hours * HOUR) / 2, hours * HOUR], spans)
  expect(told(whole as number)).toBe(told(at(due)))
  expect(half).toBeLessThan(whole as number)
})

test('the hours of a year are as many as by the calendar on the wall', () => {
  const [from, until] = [at('2026-01-01T00:00+01:00'), at('2027-01-01T00:00+01:00')]
  const open = (hours: OpenHours) =>
    [...openSpans(hours, from, until)].reduce((sum, [a, b]) => sum + b - a, 0) / HOUR
  // 261 working days; 365 days, of which one has 23 hours and one has 25.
  expect(open(berlin)).toBe(261 * 8)
  expect(open(office('Europe/Berlin', '2026-12-25', '2026-12-26'))).toBe(260 * 8)
  expect(open(always('Europe/Berlin'))).toBe(365 * 24)
})
