import { createHash } from 'node:crypto'

/** The SCIM token of a tenant's documentation world, which follows from its id, and the hash that is kept. */
export function scimTokenOf(tenantId: number): {
  readonly secret: string
  readonly hash: Buffer
} {
  const secret = `ms_scim_${createHash('sha256').update(`scim ${tenantId}`).digest('base64url')}`
  return { secret, hash: createHash('sha256').update(secret).digest() }
}
