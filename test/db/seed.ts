import { randomUUID } from 'node:crypto'
import { directory, transact, type Database } from '@mobieus/db'

/** A tenant of its own; answers its id. */
export async function buildTenant(db: Database): Promise<number> {
  const { id } = await directory(db)
    .insertInto('tenants')
    .values({ slug: randomUUID(), environment: 'live', name: 'Acme', plan: 'pro' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A user of this tenant; answers its id. */
export async function buildUser(db: Database, tenantId: number, username = 'ada'): Promise<number> {
  const { id } = await transact(db, tenantId, ({ tx }) =>
    tx
      .insertInto('users')
      .values({ tenant_id: tenantId, username, display_name: username })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}
