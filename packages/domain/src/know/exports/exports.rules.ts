import { keyIn } from '../../kit/storage/storage.ts'

/** The folder of exports. */
export const EXPORTS = 'know-exports'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** The place of an export's bytes. */
export const exportKeyOf = (
  tenantId: number,
  { id, sha256 }: { readonly id: number; readonly sha256: string },
): string => keyIn(EXPORTS, tenantId, `${id}-${sha256.slice(0, 16)}`)

/** A worker that makes an export has ended by then, or is taken for dead. */
const MADE_MS = 15 * 60 * 1000

/** When a deleted export is removed: at once, or where it was being made once no worker can put its bytes there. */
export const removalOf = (row: { finished_at: Date | null; attempts: number }, now: Date): Date =>
  row.finished_at !== null || row.attempts === 0 ? now : new Date(now.getTime() + MADE_MS)

/** The time at which an export that has ended then is removed. */
export const expiryOf = (finishedAt: Date): Date => new Date(finishedAt.getTime() + KEPT_MS)
