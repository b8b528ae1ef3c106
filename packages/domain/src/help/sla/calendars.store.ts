import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { components } from '@mobieus/contract'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { Hours } from './business-time.rules.ts'

const columns = ['id', 'name', 'time_zone', 'hours', 'holidays'] as const

export type CalendarRow = Omit<
  Pick<Selectable<Tables['help_calendars']>, (typeof columns)[number]>,
  'hours' | 'holidays'
> & { hours: Hours[]; holidays: components['schemas']['HelpHoliday'][] }

export const calendarList = listOf('help_calendars', { from: 'help_calendars' })

const selectCalendars = ({ tx, tenantId }: Partition, from = calendarList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId).$castTo<CalendarRow>()

export const listCalendars = pagesOf(calendarList, selectCalendars)

export const findCalendar = (ctx: Partition, id: number): Promise<CalendarRow | undefined> =>
  selectCalendars(ctx).where('id', '=', id).executeTakeFirst()

/** The calendar, locked until the transaction ends, against plans that come to count in it as well. */
export const lockCalendar = (ctx: Partition, id: number): Promise<CalendarRow | undefined> =>
  selectCalendars(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** The calendar, which neither changes nor is deleted until the transaction ends. */
export const keepCalendar = (ctx: Partition, id: number): Promise<CalendarRow | undefined> =>
  selectCalendars(ctx).where('id', '=', id).forShare().executeTakeFirst()

/** The most minutes that a plan has as a target in the calendar; 0 where none has, `null` where no plan counts in it. */
export async function longestTarget(
  { tx, tenantId }: Partition,
  id: number,
): Promise<number | null> {
  const { longest } = await tx
    .selectFrom('help_sla_plans as p')
    .select(
      sql<number | null>`max(greatest(p.first_response_minutes, p.resolution_minutes, 0, (
        select max(greatest((t ->> 'first_response_minutes')::int, (t ->> 'resolution_minutes')::int))
        from json_array_elements(p.priorities) t)))`.as('longest'),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.calendar_id', '=', id)
    .executeTakeFirstOrThrow()
  return longest
}

export const insertCalendar = (
  { tx, tenantId }: Partition,
  calendar: Omit<Insertable<Tables['help_calendars']>, 'tenant_id'>,
): Promise<CalendarRow> =>
  tx
    .insertInto('help_calendars')
    .values({ ...calendar, tenant_id: tenantId })
    .returning(columns)
    .$castTo<CalendarRow>()
    .executeTakeFirstOrThrow()

export const updateCalendar = (
  { tx, tenantId }: Partition,
  id: number,
  change: Omit<Updateable<Tables['help_calendars']>, 'tenant_id' | 'id'>,
): Promise<CalendarRow> =>
  tx
    .updateTable('help_calendars')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .$castTo<CalendarRow>()
    .executeTakeFirstOrThrow()

export const deleteCalendar = ({ tx, tenantId }: Partition, id: number) =>
  tx.deleteFrom('help_calendars').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
