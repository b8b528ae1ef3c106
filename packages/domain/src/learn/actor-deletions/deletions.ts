import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { invalidField, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import { actingAdministrator } from '../../core/acting-user.ts'
import { readAgent } from '../xapi/agent.rules.ts'
import { deletingActor } from './deleting.ts'
import { identifiersOf } from './deletions.rules.ts'
import * as store from './deletions.store.ts'

type Deletion = components['schemas']['LearnActorDeletion']

export const listActorDeletions: Handler<'listActorDeletions'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listDeletions(ctx, query, page), presentDeletion)
}

export const createActorDeletion: Handler<'createActorDeletion'> = async (ctx, { body }) => {
  const { user } = await actingAdministrator(ctx, body.actor_id)
  const read = readAgent(body.agent, '2.0.0')
  if ('fault' in read) throw invalidField('agent', 'agent', read.fault)
  const asked = { user_id: user.id, agent: body.agent, created_at: ctx.now }
  const id = await store.insertDeletion(ctx, asked, identifiersOf(read.value))
  count(ctx, store.deletionList, 1)
  addTask(ctx, deletingActor, id)
  // The log outlives the statements, and so it has nothing that names the agent.
  audit(ctx, 'learn_actor_deletion.created', { kind: 'learn_actor_deletion', id }, { actor: user })
  return { data: presentDeletion((await store.findDeletion(ctx, id)) as store.DeletionRow) }
}

export const getActorDeletion: Handler<'getActorDeletion'> = async (ctx, { path }) => {
  const row = await store.findDeletion(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentDeletion(row) }
}

function statusOf({ finished_at, remaining }: store.DeletionRow): Deletion['status'] {
  if (finished_at !== null) return 'finished'
  return remaining === null ? 'queued' : 'running'
}

const presentDeletion = (row: store.DeletionRow): Deletion => ({
  ...{ id: row.id, status: statusOf(row), agent: row.agent },
  ...{ statements: row.statements, documents: row.documents, remaining: row.remaining },
  by: { id: row.user_id, username: row.username },
  created_at: timestamp(row.created_at),
  finished_at: nullableTimestamp(row.finished_at),
})
