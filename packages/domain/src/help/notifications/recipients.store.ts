import type { Partition } from '../../kit/context.ts'

/** An agent whom a mail can reach. */
export interface Recipient {
  readonly id: number
  readonly user_id: number
  readonly name: string
  readonly email: string
}

/** The agents who are told: one, or those of a queue. */
export type Audience = { readonly agentId: number } | { readonly queueId: number }

/** Active agents with an address, at most so many, those first who have been agents longest. */
export async function listRecipients(
  { tx, tenantId }: Partition,
  audience: Audience,
  limit: number,
): Promise<Recipient[]> {
  const agents = tx
    .selectFrom('help_agents as a')
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'a.user_id'),
    )
    .select(['a.id', 'a.user_id', 'u.display_name as name', 'u.email'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.is_active', '=', true)
    .where('u.email', 'is not', null)
    .$narrowType<{ email: string }>()
    .orderBy('a.id')
    .limit(limit)
  if ('agentId' in audience) return agents.where('a.id', '=', audience.agentId).execute()
  return agents
    .innerJoin('help_queue_agents as m', (join) =>
      join.on('m.tenant_id', '=', tenantId).onRef('m.agent_id', '=', 'a.id'),
    )
    .where('m.queue_id', '=', audience.queueId)
    .execute()
}
