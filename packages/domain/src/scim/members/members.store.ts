import type { Partition } from '../../kit/context.ts'

/** A member's names and address. */
export const findAccount = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('users')
    .select(['username', 'email', 'display_name'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
