import { grownId, type Part, type Place } from '../part.ts'
import { CALENDAR } from './calendars.ts'

export const PLAN = 81
const UNUSED = 82

/** Two plans; no queue has one. */
export const part: Part = {
  ids: { 'sla-plans': PLAN, deleteSlaPlan: UNUSED },
  furnish: (place) =>
    write(
      place,
      [PLAN, UNUSED].map((id) => ({ id: place.at(id), name: 'Standard' })),
    ),
  grow: (place, numbers) =>
    write(
      place,
      numbers.map((i) => ({ id: grownId(i), name: `Plan ${i}` })),
    ),
}

const write = ({ at, insert }: Place, each: readonly { id: number; name: string }[]): void =>
  insert(
    'help_sla_plans',
    each.map((named) => ({
      ...{ ...named, calendar_id: at(CALENDAR) },
      ...{ first_response_minutes: 240, resolution_minutes: 2400 },
      priorities: [
        { priority: 'urgent', first_response_minutes: 60, resolution_minutes: 480 },
      ] as never,
      pause_on_statuses: ['pending'] as never,
      at_risk_percent: 80,
    })),
  )
