import type { Problem } from '@mobieus/contract'
import { isStale } from '@mobieus/db'
import { problem } from './problem.ts'

/**
 * The codes of failures that pass by themselves, and are answered as worth another try. PostgreSQL is
 * out of reach, shutting down, or out of connections, memory or disk. It has ended a deadlock, or what
 * took longer than the role may: a statement, a wait for a lock, a pause in a transaction. This
 * machine's disk is full, or the storage of files out of reach.
 */
const WORTH_ANOTHER_TRY =
  /^(?:08|57P0|57014|53|55P03|25P0[34]|40P01|40001)|^ECONN|^EPIPE|^ENOTFOUND|^ETIMEDOUT|^ENOSPC|^EDQUOT|^ESTORAGE/

/** pg's own words, for which it has no code. */
const LOST_CONNECTION =
  /^(?:Connection terminated|timeout exceeded|Client has encountered a connection error|Client was closed)/

/** The 503 of an error that passes by itself or by an operator's doing; `undefined` of any other. */
export function unavailableOr(error: unknown): Problem | undefined {
  const { code, message } = error as { code?: string; message?: string }
  const passing =
    WORTH_ANOTHER_TRY.test(code ?? '') || LOST_CONNECTION.test(message ?? '') || isStale(error)
  if (!passing) return undefined
  return problem('unavailable', 'The service cannot answer just now; try again in a moment.', {
    headers: { 'Retry-After': '2' },
  })
}
