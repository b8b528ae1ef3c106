import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { invalidField, notFound } from '../../kit/problem.ts'
import { addTask } from '../../platform/tasks.ts'
import { noteInAudit } from '../audit/audited.ts'
import { actingAgent, authorOf } from '../tickets/authors.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { runBulkUpdate } from './bulk-run.ts'
import { requireChange } from './checks.ts'
import * as store from './bulk-updates.store.ts'

type Bulk = components['schemas']['BulkUpdate']
type Result = components['schemas']['BulkResult']

/** The most tickets of one bulk update. */
const MOST = 1000

export const listBulkUpdates: Handler<'listBulkUpdates'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listBulks(ctx, query, page), presentBulk)
}

export const createBulkUpdate: Handler<'createBulkUpdate'> = async (ctx, { body }) => {
  const { ticket_ids, filter, change, agent_id } = body
  if ((ticket_ids === undefined) === (filter === undefined))
    throw invalidField('filter', 'not_allowed', 'or ticket_ids is required, and not both')
  await requireChange(ctx, change)
  const by = await actingAgent(ctx, agent_id)
  const ids = ticket_ids ?? (await store.listTicketIds(ctx, filter ?? {}, MOST + 1))
  if (ids.length > MOST) throw invalidField('filter', 'too_many', `finds more than ${MOST} tickets`)
  const { agent_id: agent, user_id } = by.columns
  const by_key = by.isCaller === true && ctx.caller.kind === 'key'
  const asked = { agent_id: agent, user_id: user_id as number, by_key, created_at: ctx.now }
  const id = await store.insertBulk(ctx, { ...asked, change: JSON.stringify(change) }, ids)
  count(ctx, store.bulkList, 1)
  addTask(ctx, runBulkUpdate, id)
  const told = { after: { change, total: ids.length } }
  noteInAudit(ctx, 'bulk_update.created', { kind: 'bulk_update', id }, told, by)
  return { data: presentBulk((await store.findBulk(ctx, id)) as store.BulkRow) }
}

export const getBulkUpdate: Handler<'getBulkUpdate'> = async (ctx, { path }) => {
  const row = await store.findBulk(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentBulk(row) }
}

export const listBulkUpdateResults: Handler<'listBulkUpdateResults'> = async (
  ctx,
  { path, query },
) => {
  const page = openPage(ctx, { ...query, ...path })
  if (!(await store.findBulk(ctx, path.id))) throw notFound()
  const filter = { bulk_id: path.id, outcome: query.outcome }
  return closePage(page, await store.listResults(ctx, filter, page), presentResult)
}

const presentBulk = (row: store.BulkRow): Bulk => ({
  id: row.id,
  status: row.finished_at ? 'finished' : doneOf(row) > 0 ? 'running' : 'queued',
  change: row.change,
  total: row.total,
  updated: row.updated,
  unchanged: row.unchanged,
  failed: row.failed,
  by: authorOf({ ...row, requester_id: null }).shown,
  created_at: timestamp(row.created_at),
  finished_at: nullableTimestamp(row.finished_at),
})

const doneOf = ({ updated, unchanged, failed }: store.BulkRow) => updated + unchanged + failed

const presentResult = ({
  ticket_id,
  number,
  outcome,
  code,
  field,
  message,
}: store.ResultRow): Result => ({
  ticket_id,
  reference: number === null ? null : referenceOf({ number }),
  outcome: outcome as Result['outcome'],
  error: code === null ? null : { code, field, message: message ?? '' },
})
