import type { Partition } from '../../kit/context.ts'
import { invalidField, noSuch } from '../../kit/problem.ts'
import { findAgent, type AgentRow } from './agents.store.ts'

/** The agent whom a field of the body names: there, and active. */
export async function requireAgent(ctx: Partition, id: number, field: string): Promise<AgentRow> {
  const agent = await findAgent(ctx, id)
  if (!agent) throw noSuch(field)
  if (!agent.is_active) throw invalidField(field, 'inactive', 'is not active')
  return agent
}
