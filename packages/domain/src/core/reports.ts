import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { AnyContext, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { closePage, openPage } from '../kit/page.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { conflict, noSuch, notFound } from '../kit/problem.ts'
import { together } from '../kit/together.ts'
import { actingModerator, actingUser, type Acting } from './acting-user.ts'
import { contentKinds } from './content-kinds.ts'
import { enforce } from './enforcement.ts'
import { logStep } from './moderation-log.ts'
import { contentOf, type Target } from './moderation.rules.ts'
import * as store from './reports.store.ts'
import { findMember } from './users.store.ts'

type Schemas = components['schemas']

export const listReports: Handler<'listReports'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listReports(ctx, query, page), presentReport)
}

export const createReport: Handler<'createReport'> = async (ctx, { body }) => {
  const { reporter_id, ...said } = body
  const content = contentOf('reported', body)
  const [reporter, reported_user_id] = await together([
    actingUser(ctx, 'reporter_id', reporter_id),
    findReported(ctx, body),
  ])
  const row = await store.insertReport(ctx, {
    ...said,
    reported_user_id,
    reporter_id: reporter.id,
    created_at: ctx.now,
  })
  const report = presentReport({ ...row, reporter: reporter.username, resolver: null })
  count(ctx, store.reportList, 1, row)
  emit(ctx, 'report.created', shapeOf(report))
  if (content)
    emit(ctx, 'moderation.content_flagged', {
      target: content,
      actor: reporter,
      reason: report.reason_category,
      report_id: report.id,
    })
  return { data: report }
}

export const getReport: Handler<'getReport'> = async (ctx, { path }) => {
  const row = await store.findReport(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentReport(row) }
}

export const dismissReport: Handler<'dismissReport'> = async (ctx, { path, body }) => {
  const actor = await actingModerator(ctx, body?.actor_id)
  const row = await lockOpen(ctx, path.id)
  const step = { actor, target: targetOf(row), reason: body?.note ?? null, reportId: row.id }
  await logStep(ctx, { ...step, action: 'dismiss' }, row.reported_user_id)
  const closed = await close(ctx, row, actor.user, { status: 'dismissed' })
  emit(ctx, 'moderation.action_taken', {
    action: 'dismiss',
    target_user_id: row.reported_user_id,
    report_id: row.id,
    duration_hours: null,
    actor: actor.user,
  })
  return { data: presentReport(closed) }
}

export const resolveReport: Handler<'resolveReport'> = async (ctx, { path, body }) => {
  const { action, duration_hours: hours, note: reason = null } = body ?? {}
  const actor = await actingModerator(ctx, body?.actor_id)
  const row = await lockOpen(ctx, path.id)
  const step = { actor, hours, reason, reportId: row.id, field: 'action' }
  const member = { kind: 'user', id: row.reported_user_id } as const
  if (action === undefined)
    await logStep(ctx, { ...step, action: 'no_action', target: targetOf(row) }, member.id)
  else
    await enforce(ctx, {
      ...step,
      action,
      target: action === 'remove_content' ? targetOf(row) : member,
    })
  const resolution = action ?? 'no_action'
  const closed = await close(ctx, row, actor.user, { status: 'resolved', resolution })
  emit(ctx, 'report.resolved', {
    report_id: row.id,
    resolution,
    resolver: actor.user,
    resolved_at: timestamp(ctx.now),
  })
  return { data: presentReport(closed) }
}

/** The member whom a report is about: who is named, or whose content is. */
async function findReported(ctx: AnyContext, body: Schemas['ReportCreate']): Promise<number> {
  const content = contentOf('reported', body)
  if (content) {
    const ownerId = await contentKinds[content.kind].ownerOf(ctx, content.id)
    if (ownerId === undefined) throw noSuch(`reported_${content.kind}_id`)
    return ownerId
  }
  const member = await findMember(ctx, body.reported_user_id as number)
  if (!member) throw noSuch('reported_user_id')
  return member.id
}

/** The report, locked, unless it is closed: of two who close it at once the second waits and fails. */
async function lockOpen(ctx: AnyContext, id: number): Promise<store.ReportRow> {
  const row = await store.lockReport(ctx, id)
  if (!row) throw notFound()
  if (row.resolved_at) throw conflict(`The report is ${row.status} already.`)
  return row
}

/** Writes how a report ended, and moves it between the counters. */
async function close(
  ctx: AnyContext,
  row: store.ReportRow,
  actor: Acting['user'],
  end: { readonly status: 'resolved' | 'dismissed'; readonly resolution?: string },
): Promise<store.ReportRow> {
  const change = { ...end, resolved_at: ctx.now, resolver_id: actor.id }
  await store.updateReport(ctx, row.id, change)
  const after = { ...row, ...change, resolver: actor.username }
  count(ctx, store.reportList, -1, row)
  count(ctx, store.reportList, 1, after)
  const before = { status: row.status }
  audit(ctx, `report.${end.status}`, { kind: 'report', id: row.id }, { before, after: end, actor })
  return after
}

/** The thing that was reported. */
const targetOf = (row: store.ReportRow): Target =>
  contentOf('reported', row) ?? { kind: 'user', id: row.reported_user_id }

/** The data of the event of a new report: just this, as it was published. */
const shapeOf = (report: Schemas['Report']) => ({
  report_id: report.id,
  reporter: { id: report.reporter.id },
  reported_user_id: report.reported_user_id,
  reported_post_id: report.reported_post_id,
  reason_category: report.reason_category,
  source_url: report.source_url,
})

/** A report as the API shows it. */
export const presentReport = (row: store.ReportRow): Schemas['Report'] => ({
  id: row.id,
  reporter: { id: row.reporter_id, username: row.reporter },
  reported_user_id: row.reported_user_id,
  reported_post_id: row.reported_post_id,
  reported_listing_id: row.reported_listing_id,
  reported_file_id: row.reported_file_id,
  reason_category: row.reason_category,
  details: row.details,
  source_url: row.source_url,
  status: row.status as Schemas['ReportStatus'],
  resolution: row.resolution as Schemas['ReportResolution'] | null,
  created_at: timestamp(row.created_at),
  resolved_at: nullableTimestamp(row.resolved_at),
  resolver:
    row.resolver_id === null || row.resolver === null
      ? null
      : { id: row.resolver_id, username: row.resolver },
})
