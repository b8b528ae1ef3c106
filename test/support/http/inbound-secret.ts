import { createHash } from 'node:crypto'

/** The inbound secret of a tenant's documentation world, which follows from its id, and the hash that is kept. */
export function inboundSecretOf(tenantId: number): {
  readonly secret: string
  readonly hash: Buffer
} {
  const secret = `mh_in_${createHash('sha256').update(`relay ${tenantId}`).digest('base64url')}`
  return { secret, hash: createHash('sha256').update(secret).digest() }
}
