import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AnyContext } from './context.ts'
import { problem } from './problem.ts'

/** Where a page begins and how many rows it holds. */
export interface PageRequest {
  /** Rows come after the row with this key; `undefined` on the first page. */
  readonly after: number | undefined
  readonly limit: number
  /** Signs the next cursor for the same tenant, list and filters. */
  readonly seal: (key: number) => string
}

/** The list envelope without its `request_id`. */
export interface Page<T> {
  data: T[]
  next_cursor: string | null
  total_count: number
  has_more: boolean
}

/** A page's rows, one more than it holds where there are more, and what its filters find in all. */
export interface Found<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** The key of a row, after which the next page begins. */
  keyOf(row: Row): number
}

/** The largest page: the maximum of the contract's `Limit` parameter. */
export const PAGE_LIMIT = 100

const MAC_BYTES = 12

/**
 * Reads `cursor` and `limit`. A cursor is `cur_` and the base64url of the last row's key and a MAC
 * over tenant, operation, filters and key: one from another tenant, list or filter is as
 * malformed as a made-up one, `400 invalid_request`.
 */
export function openPage(
  ctx: Pick<AnyContext, 'tenantId' | 'operationId' | 'secrets'>,
  query: { readonly cursor?: string; readonly limit?: number },
): PageRequest {
  const { cursor, limit = 50, ...filters } = query
  const keys = ctx.secrets.for('cursor').signing
  const scope = `${ctx.tenantId} ${ctx.operationId} ${JSON.stringify(filters)} `
  const mac = (secret: Buffer, key: Buffer) =>
    createHmac('sha256', secret).update(scope).update(key).digest().subarray(0, MAC_BYTES)
  const seal = (key: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(BigInt(key))
    return `cur_${Buffer.concat([bytes, mac(keys[0], bytes)]).toString('base64url')}`
  }
  return {
    after: cursor === undefined ? undefined : unseal(cursor, keys, mac),
    limit,
    seal,
  }
}

function unseal(
  cursor: string,
  secrets: readonly Buffer[],
  mac: (secret: Buffer, key: Buffer) => Buffer,
): number {
  const bytes = Buffer.from(cursor.startsWith('cur_') ? cursor.slice(4) : '', 'base64url')
  const key = bytes.subarray(0, 8)
  // Decoding skips what is not of its alphabet: only as it was given out is it one of ours.
  const whole = bytes.length === 8 + MAC_BYTES && cursor === `cur_${bytes.toString('base64url')}`
  if (whole && secrets.some((secret) => timingSafeEqual(bytes.subarray(8), mac(secret, key))))
    return Number(key.readBigUInt64BE())
  const message = 'is not a cursor of this list and these filters'
  throw problem('invalid_request', `The request has a fault: cursor ${message}.`, {
    details: [{ field: 'cursor', code: 'cursor', message }],
  })
}

/** The envelope around what a list has found. */
export function closePage<Row, T>(
  page: PageRequest,
  { rows, total, keyOf }: Found<Row>,
  present: (row: Row) => T,
): Page<T> {
  const hasMore = rows.length > page.limit
  const shown = hasMore ? rows.slice(0, page.limit) : rows
  const last = shown.at(-1)
  return {
    data: shown.map(present),
    next_cursor: hasMore && last !== undefined ? page.seal(keyOf(last)) : null,
    total_count: total,
    has_more: hasMore,
  }
}
