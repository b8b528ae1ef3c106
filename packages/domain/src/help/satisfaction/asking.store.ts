import type { Partition } from '../../kit/context.ts'

/** The slug of the partition's tenant, which its address begins with. */
export async function findSlug({ tx, tenantId }: Partition): Promise<string> {
  const { slug } = await tx
    .selectFrom('tenants')
    .select('slug')
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return slug
}
