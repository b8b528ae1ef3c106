import { grownId, type Part } from '../part.ts'

export const CALENDAR = 61
const UNUSED = 62

const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const hours = WORKDAYS.map((day) => ({ day, opens: '09:00', closes: '17:00' }))
const columns = {
  ...{ time_zone: 'Europe/Berlin', hours: hours as never },
  holidays: [{ date: '2026-12-25', name: 'Christmas' }] as never,
}

/** Two calendars, 62 of which no plan counts in. */
export const part: Part = {
  ids: { calendars: CALENDAR, deleteHelpCalendar: UNUSED },
  furnish: ({ at, insert }) =>
    insert(
      'help_calendars',
      [CALENDAR, UNUSED].map((id) => ({ ...columns, id: at(id), name: 'Office hours' })),
    ),
  grow: ({ insert }, numbers) =>
    insert(
      'help_calendars',
      numbers.map((i) => ({ ...columns, id: grownId(i), name: `Calendar ${i}` })),
    ),
}
