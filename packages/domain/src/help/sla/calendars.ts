import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, invalidField, notFound } from '../../kit/problem.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import { calendarOf, passWithinYear } from './calendars.rules.ts'
import { askToRetimeAll } from './retiming.ts'
import * as store from './calendars.store.ts'

type Calendar = components['schemas']['HelpCalendar']

export const listHelpCalendars: Handler<'listHelpCalendars'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listCalendars(ctx, query, page), presentCalendar)
}

export const createHelpCalendar: Handler<'createHelpCalendar'> = async (ctx, { body }) => {
  const { name, time_zone } = body
  const { hours, holidays } = calendarOf(body)
  const columns = { ...asJson({ hours, holidays }), name, time_zone, hours: JSON.stringify(hours) }
  const row = await store.insertCalendar(ctx, columns)
  count(ctx, store.calendarList, 1)
  auditCreated(ctx, 'help_calendar', row)
  return { data: presentCalendar(row) }
}

export const getHelpCalendar: Handler<'getHelpCalendar'> = async (ctx, { path }) => {
  const row = await store.findCalendar(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentCalendar(row) }
}

export const updateHelpCalendar: Handler<'updateHelpCalendar'> = async (ctx, { path, body }) => {
  const { hours, holidays, ...named } = calendarOf(body)
  const row = await store.lockCalendar(ctx, path.id)
  if (!row) throw notFound()
  if (hours && !passWithinYear((await store.longestTarget(ctx, row.id)) ?? 0, { hours }))
    throw invalidField('hours', 'too_few', 'let a target of an SLA plan take more than a year')
  const change = { ...named, ...asJson({ hours, holidays }) }
  const updated = await store.updateCalendar(ctx, row.id, change)
  await askToRetimeAll(ctx, { calendar: row.id })
  auditUpdated(ctx, 'help_calendar', row, updated)
  return { data: presentCalendar(updated) }
}

export const deleteHelpCalendar: Handler<'deleteHelpCalendar'> = async (ctx, { path }) => {
  const row = await store.lockCalendar(ctx, path.id)
  if (!row) throw notFound()
  if ((await store.longestTarget(ctx, row.id)) !== null)
    throw conflict('An SLA plan counts in this calendar; give it another one before.')
  await store.deleteCalendar(ctx, row.id)
  count(ctx, store.calendarList, -1)
  auditDeleted(ctx, 'help_calendar', row)
  return { data: { id: row.id, deleted: true } }
}

/** The columns of lists, which are written as JSON. */
const asJson = ({ hours, holidays }: { hours?: unknown; holidays?: unknown }) => ({
  ...(hours !== undefined && { hours: JSON.stringify(hours) }),
  ...(holidays !== undefined && { holidays: JSON.stringify(holidays) }),
})

export const presentCalendar = (row: store.CalendarRow): Calendar => ({
  id: row.id,
  name: row.name,
  time_zone: row.time_zone,
  hours: row.hours as Calendar['hours'],
  holidays: row.holidays,
})
