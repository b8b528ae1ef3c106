import type { components } from '@mobieus/contract'
import { standingFault, standingMember } from '../../core/acting-user.ts'
import { findMember } from '../../core/users.store.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { together } from '../../kit/together.ts'
import { insertCursorAtEnd } from '../../platform/subscribers.store.ts'
import type { Audited } from '../../platform/audit.ts'
import { auditCreated, auditSetting, auditUpdated } from '../audit/audited.ts'
import * as store from './agents.store.ts'
import { welcomeAgent } from '../queues/hand-out.ts'
import { requireQueues } from '../queues/choice.ts'

const rejectTaken = takenAs({ help_agents_user: 'user_id' })

export const listHelpAgents: Handler<'listHelpAgents'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listAgents(ctx, query, page), presentAgent)
}

export const createHelpAgent: Handler<'createHelpAgent'> = async (ctx, { body }) => {
  const { queue_ids = [], ...agent } = body
  await together([requireMember(ctx, body.user_id), requireQueues(ctx, queue_ids)])
  const { id } = await store.insertAgent(ctx, agent).catch(rejectTaken)
  await store.setAgentQueues(ctx, id, queue_ids)
  const row = await loadAgent(ctx, id)
  count(ctx, store.agentList, 1, row)
  await insertCursorAtEnd(ctx, store.STANDING)
  if (row.presence === 'available') await welcomeAgent(ctx, row)
  auditCreated(ctx, 'help_agent', settingsOf(row))
  return { data: presentAgent(row) }
}

export const getHelpAgent: Handler<'getHelpAgent'> = async (ctx, { path }) => ({
  data: presentAgent(await loadAgent(ctx, path.id)),
})

export const updateHelpAgent: Handler<'updateHelpAgent'> = async (ctx, { path, body }) => {
  const { queue_ids, ...change } = body
  const row = await lockAgent(ctx, path.id)
  if (!row.is_active && (body.presence ?? 'offline') !== 'offline')
    throw conflict('An agent who is not active is offline.', 'presence')
  if (queue_ids) {
    await requireQueues(ctx, queue_ids)
    await store.setAgentQueues(ctx, row.id, queue_ids)
  }
  if (Object.keys(change).length > 0) await store.updateAgent(ctx, row.id, change)
  const updated = await loadAgent(ctx, row.id)
  if (hasComeBack(row, updated)) await welcomeAgent(ctx, updated)
  auditUpdated(ctx, 'help_agent', settingsOf(row), settingsOf(updated))
  return { data: presentAgent(updated) }
}

export const activateHelpAgent: Handler<'activateHelpAgent'> = async (ctx, { path }) => {
  const row = await lockAgent(ctx, path.id)
  if (row.is_active) return { data: presentAgent(row) }
  const member = await findMember(ctx, row.user_id)
  const [, fault] = (member && standingFault(member, ctx.now)) ?? []
  if (!member || fault) throw conflict(`The agent ${fault ?? 'has left the community'}.`)
  return { data: presentAgent(await setActive(ctx, row, true)) }
}

export const deactivateHelpAgent: Handler<'deactivateHelpAgent'> = async (ctx, { path }) => {
  const row = await lockAgent(ctx, path.id)
  if (!row.is_active) return { data: presentAgent(row) }
  return { data: presentAgent(await setActive(ctx, row, false)) }
}

/** Whether an agent can take tickets that they could not take before. */
const hasComeBack = (before: store.AgentRow, after: store.AgentRow): boolean =>
  after.presence === 'available' &&
  (before.presence !== 'available' ||
    (after.capacity ?? Infinity) > (before.capacity ?? Infinity) ||
    after.queue_ids.some((id) => !before.queue_ids.includes(id)))

/** Lets an agent in or out; both begin `offline`. */
export async function setActive(ctx: Audited, row: store.AgentRow, is_active: boolean) {
  const change = { is_active, presence: 'offline' }
  await store.updateAgent(ctx, row.id, change)
  const updated = { ...row, ...change }
  count(ctx, store.agentList, -1, row)
  count(ctx, store.agentList, 1, updated)
  auditSetting(ctx, 'help_agent', is_active ? 'activated' : 'deactivated', row.id)
  return updated
}

async function loadAgent(ctx: AnyContext, id: number): Promise<store.AgentRow> {
  const row = await store.findAgent(ctx, id)
  if (!row) throw notFound()
  return row
}

async function lockAgent(ctx: AnyContext, id: number): Promise<store.AgentRow> {
  const row = await store.lockAgent(ctx, id)
  if (!row) throw notFound()
  return row
}

/** A member who may not write cannot answer tickets either. */
async function requireMember(ctx: AnyContext, id: number): Promise<void> {
  await standingMember(ctx, 'user_id', id)
}

/** The settings of administrators; the member's name and address are not the agent's. */
const settingsOf = ({ id, user_id, queue_ids, presence, capacity }: store.AgentRow) => ({
  id,
  user_id,
  queue_ids,
  presence,
  capacity,
})

export const presentAgent = (row: store.AgentRow): components['schemas']['HelpAgent'] => ({
  id: row.id,
  user_id: row.user_id,
  name: row.display_name,
  email: row.email,
  is_active: row.is_active,
  queue_ids: row.queue_ids,
  presence: row.presence as components['schemas']['HelpPresence'],
  capacity: row.capacity,
})
