import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** Lets these requesters take part in a ticket. */
export async function insertCollaborators(
  { tx, tenantId }: Partition,
  ticketId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  const values = ids.map((requester_id) => ({
    tenant_id: tenantId,
    ticket_id: ticketId,
    requester_id,
  }))
  await tx
    .insertInto('help_ticket_collaborators')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lets these requesters take part in a ticket, and no other. */
export async function setCollaborators(
  ctx: Partition,
  ticketId: number,
  ids: readonly number[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('help_ticket_collaborators')
    .where('tenant_id', '=', ctx.tenantId)
    .where('ticket_id', '=', ticketId)
    .where('requester_id', '<>', sql<number>`all(${ids}::bigint[])`)
    .execute()
  await insertCollaborators(ctx, ticketId, ids)
}

/** An address with the name that stands beside it. */
export interface KnownPerson {
  readonly place: number
  readonly id: number | null
}

/** The requesters with these addresses that are known, by their places, which count from 1. */
export async function listRequestersOfEmails(
  { tx, tenantId }: Partition,
  emails: readonly string[],
): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select a.place::int as place, coalesce(m.id, e.id) as id
    from unnest(${emails}::text[]) with ordinality as a(email, place)
    left join users u on u.tenant_id = ${tenantId} and u.email_key = lower(a.email)
    left join help_requesters m on m.tenant_id = ${tenantId} and m.user_id = u.id
    left join help_requesters e
      on e.tenant_id = ${tenantId} and e.email_key = lower(a.email) and u.id is null
    order by a.place`.execute(tx)
  return rows
}
