import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** An agent who is active, as their address names them. */
export interface AgentOfAddress {
  readonly agent_id: number
  readonly user_id: number
  readonly display_name: string
}

export const findAgentOfAddress = (
  { tx, tenantId }: Partition,
  email: string,
): Promise<AgentOfAddress | undefined> =>
  tx
    .selectFrom('users as u')
    .innerJoin('help_agents as a', (join) =>
      join
        .on('a.tenant_id', '=', tenantId)
        .onRef('a.user_id', '=', 'u.id')
        .on('a.is_active', '=', true),
    )
    .select(['a.id as agent_id', 'u.id as user_id', 'u.display_name'])
    .where('u.tenant_id', '=', tenantId)
    .where('u.email_key', '=', sql<string>`lower(${email})`)
    .executeTakeFirst()
