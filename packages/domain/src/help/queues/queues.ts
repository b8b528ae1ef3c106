import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, noSuch, notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import * as store from './queues.store.ts'
import { addTask } from '../../platform/tasks.ts'
import { handOutQueue } from './hand-out.ts'
import { askToRetime } from '../sla/retiming.ts'
import { keepPlan } from '../sla/plans.store.ts'

type Policy = components['schemas']['HelpAssignmentPolicy']

/** The most queues of a partition: so many that they can be locked together. */
const MOST = 500
const NONE = 0

const rejectTaken = takenAs({ help_queues_slug: 'slug' })

export const listHelpQueues: Handler<'listHelpQueues'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listQueues(ctx, query, page), presentQueue)
}

export const createHelpQueue: Handler<'createHelpQueue'> = async (ctx, { body }) => {
  if ((await store.countQueues(ctx)) >= MOST) throw conflict(`There are ${MOST} queues already.`)
  if (body.is_default) {
    await store.lockQueues(ctx)
    await clearDefault(ctx, NONE)
  }
  await requirePlan(ctx, body.sla_plan_id)
  const row = await store.insertQueue(ctx, body).catch(rejectTaken)
  count(ctx, store.queueList, 1)
  auditCreated(ctx, 'help_queue', row)
  return { data: presentQueue(row) }
}

export const getHelpQueue: Handler<'getHelpQueue'> = async (ctx, { path }) => {
  const row = await store.findQueue(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentQueue(row) }
}

export const updateHelpQueue: Handler<'updateHelpQueue'> = async (ctx, { path, body }) => {
  if (body.is_default) await store.lockQueues(ctx)
  const row = await store.lockQueue(ctx, path.id)
  if (!row) throw notFound()
  if (row.is_default && body.is_default === false)
    throw conflict('There is always a default; make another queue it.', 'is_default')
  await requirePlan(ctx, body.sla_plan_id)
  if (body.is_default) await clearDefault(ctx, row.id)
  const updated = await store.updateQueue(ctx, row.id, body).catch(rejectTaken)
  if (updated.sla_plan_id !== row.sla_plan_id) askToRetime(ctx, row.id)
  if (updated.assignment_policy !== row.assignment_policy) addTask(ctx, handOutQueue, row.id)
  auditUpdated(ctx, 'help_queue', row, updated)
  return { data: presentQueue(updated) }
}

export const deleteHelpQueue: Handler<'deleteHelpQueue'> = async (ctx, { path }) => {
  const row = await store.lockQueueAlone(ctx, path.id)
  if (!row) throw notFound()
  if (row.is_default) throw conflict('The default queue stays; make another queue it before.')
  if (await store.isNamed(ctx, row.id))
    throw conflict('A help topic, a canned response or a ticket names this queue.')
  await store.deleteQueue(ctx, row.id)
  count(ctx, store.queueList, -1)
  auditDeleted(ctx, 'help_queue', row)
  return { data: { id: row.id, deleted: true } }
}

/** The plan that a body names is there, and stays until the transaction ends. */
async function requirePlan(ctx: AnyContext, id: number | null | undefined): Promise<void> {
  if (id === undefined || id === null) return
  if (!(await keepPlan(ctx, id))) throw noSuch('sla_plan_id')
}

/**
 * Makes room for another default. The locks come before: this statement sees whatever was the default when
 * they were got.
 */
async function clearDefault(ctx: AnyContext, otherThan: number): Promise<void> {
  const former = await store.clearDefault(ctx, otherThan)
  if (former) auditUpdated(ctx, 'help_queue', { ...former, is_default: true }, former)
}

export const presentQueue = ({
  id,
  slug,
  name,
  assignment_policy,
  sla_plan_id,
  is_default,
}: store.QueueRow): components['schemas']['HelpQueue'] => ({
  id,
  slug,
  name,
  assignment_policy: assignment_policy as Policy,
  sla_plan_id,
  is_default,
})
