import type { Partition } from '../../kit/context.ts'

/** A member, and the agent who they are, if they are one who is active. */
export interface WritingMember {
  readonly id: number
  readonly display_name: string
  readonly agent_id: number | null
}

export const findWritingMember = (
  { tx, tenantId }: Partition,
  userId: number,
): Promise<WritingMember> =>
  tx
    .selectFrom('users as u')
    .leftJoin('help_agents as a', (join) =>
      join
        .on('a.tenant_id', '=', tenantId)
        .onRef('a.user_id', '=', 'u.id')
        .on('a.is_active', '=', true),
    )
    .select(['u.id', 'u.display_name', 'a.id as agent_id'])
    .where('u.tenant_id', '=', tenantId)
    .where('u.id', '=', userId)
    .executeTakeFirstOrThrow()
