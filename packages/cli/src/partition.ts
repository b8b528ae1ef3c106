import type { Database } from '@mobieus/db'
import type { Tenant } from '@mobieus/domain/kit'
import { findTenant } from '@mobieus/domain/admin'

/** The partition that `--test`, or its absence, means. */
export const environmentOf = (test: true | undefined): Tenant['environment'] =>
  test ? 'test' : 'live'

/** The id of a tenant's partition; throws where there is no such tenant. */
export async function partitionOf(
  db: Database,
  slug: string,
  environment: Tenant['environment'],
): Promise<number> {
  const tenant = await findTenant(db, slug)
  if (!tenant) throw new Error(`there is no tenant ${slug}`)
  return tenant[environment].id
}
