import { actingMember, type Acting } from '../core/acting-user.ts'
import { invalidField } from '../kit/problem.ts'
import { ADMIN } from '../platform/rank.rules.ts'

/** The acting member of a request, where that is an administrator; anybody else is refused. */
export async function actingAdministrator(
  ctx: Parameters<typeof actingMember>[0],
  id: number | undefined,
): Promise<Acting> {
  const acting = await actingMember(ctx, 'actor_id', id)
  if (acting.role < ADMIN) throw invalidField('actor_id', 'not_allowed', 'is no administrator')
  return acting
}
