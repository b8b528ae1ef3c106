import { keyIn } from '../../kit/storage/storage.ts'

/** The folder of exports. */
export const EXPORTS = 'know-exports'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** The place of an export's bytes. */
export const exportKeyOf = (
  tenantId: number,
  { id, sha256 }: { readonly id: number; readonly sha256: string },
): string => keyIn(EXPORTS, tenantId, `${id}-${sha256.slice(0, 16)}`)

/** The time at which an export that has ended then is removed. */
export const expiryOf = (finishedAt: Date): Date => new Date(finishedAt.getTime() + KEPT_MS)
