import type { Partition } from '../../kit/context.ts'
import { markChanged } from './tickets.store.ts'

/** The ways in which tickets belong together, each with what it is from the other end. */
export const OTHER_END = {
  related: 'related',
  follow_up_of: 'followed_up_by',
  split_from: 'split_into',
} as const

export type LinkKind = keyof typeof OTHER_END

/** Links a ticket to another, from both ends; `false` where they are linked already. */
export async function insertLink(
  ctx: Partition,
  ticketId: number,
  otherId: number,
  kind: LinkKind,
): Promise<boolean> {
  const { tx, tenantId } = ctx
  const rows = await tx
    .insertInto('help_ticket_links')
    .values([
      { tenant_id: tenantId, ticket_id: ticketId, other_id: otherId, kind },
      { tenant_id: tenantId, ticket_id: otherId, other_id: ticketId, kind: OTHER_END[kind] },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .returning('ticket_id')
    .execute()
  if (rows.length > 0) await markChanged(ctx, [ticketId, otherId])
  return rows.length > 0
}

/** Takes a link away from both ends; `false` where there is none. */
export async function deleteLink(
  ctx: Partition,
  ticketId: number,
  otherId: number,
): Promise<boolean> {
  const { tx, tenantId } = ctx
  const ends = [ticketId, otherId]
  const rows = await tx
    .deleteFrom('help_ticket_links')
    .where('tenant_id', '=', tenantId)
    .where('ticket_id', 'in', ends)
    .where('other_id', 'in', ends)
    .returning('ticket_id')
    .execute()
  if (rows.length > 0) await markChanged(ctx, ends)
  return rows.length > 0
}

/** The newest ticket that follows another. */
export async function findFollowUp(
  { tx, tenantId }: Partition,
  ticketId: number,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('help_ticket_links')
    .select('other_id')
    .where('tenant_id', '=', tenantId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', OTHER_END.follow_up_of)
    .orderBy('other_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.other_id
}
