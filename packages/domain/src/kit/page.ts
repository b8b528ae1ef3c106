import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AnyContext } from './context.ts'
import { invalidParameter } from './problem.ts'

/**
 * A row's place in the order of its list: a value for each column that orders it. Times are texts with
 * their microseconds, which a Date has not.
 */
export type Key = readonly (string | number)[]

/** Where a page begins and how many rows it holds. */
export interface PageRequest {
  /** Rows come after the row with this key; `undefined` on the first page. */
  readonly after: Key | undefined
  readonly limit: number
  /** Signs the next cursor for the same tenant, list and filters. */
  readonly seal: (key: Key) => string
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
  keyOf(row: Row): Key
}

/** The largest page: the maximum of the contract's `Limit` parameter. */
export const PAGE_LIMIT = 100

/**
 * The longest cursor: the contract's `maxLength` of `Cursor`. A key of a number, a time and a text of 200
 * characters takes 1,695, were each character one that JSON writes in six bytes.
 */
export const CURSOR_LENGTH = 2000

const MAC_BYTES = 12

/**
 * Reads `cursor` and `limit`. A cursor is `cur_` and the base64url of the last row's key and a MAC over
 * tenant, operation, filters and key. A cursor of another tenant, list or filter is as malformed as a
 * made-up one: `400 invalid_request`. A single number is eight bytes, as in cursors that callers have
 * kept; any other key is JSON. `seal` throws where the contract would refuse the cursor.
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
  const seal = (key: Key) => {
    const bytes = bytesOf(key)
    const cursor = `cur_${Buffer.concat([bytes, mac(keys[0], bytes)]).toString('base64url')}`
    if (cursor.length > CURSOR_LENGTH) throw new Error(tooLong(ctx.operationId, cursor))
    return cursor
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
): Key {
  const bytes = Buffer.from(cursor.startsWith('cur_') ? cursor.slice(4) : '', 'base64url')
  const key = bytes.subarray(0, -MAC_BYTES)
  // Decoding skips what is not of its alphabet: only as it was given out is it one of ours.
  const whole = key.length >= MIN_KEY_BYTES && cursor === `cur_${bytes.toString('base64url')}`
  const sent = bytes.subarray(-MAC_BYTES)
  if (whole && secrets.some((secret) => timingSafeEqual(sent, mac(secret, key)))) return keyIn(key)
  throw malformedCursor()
}

/** `[7]`, the shortest one. */
const MIN_KEY_BYTES = 3
const JSON_BEGIN = '['.charCodeAt(0)

function bytesOf(key: Key): Buffer {
  const [first] = key
  if (key.length > 1 || !isPosition(first)) return Buffer.from(JSON.stringify(key))
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(first))
  return bytes
}

const isPosition = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

/** The first of eight bytes is 0 for every number that JavaScript counts to. */
const keyIn = (bytes: Buffer): Key =>
  bytes[0] === JSON_BEGIN
    ? (JSON.parse(bytes.toString()) as Key)
    : [Number(bytes.readBigUInt64BE())]

const tooLong = (list: string, { length }: string) =>
  `A cursor of ${list} has ${length} characters, and the contract takes ${CURSOR_LENGTH}: order by shorter columns.`

/** The refusal of a cursor that is not one of this list and these filters. */
export const malformedCursor = () =>
  invalidParameter('cursor', 'cursor', 'is not a cursor of this list and these filters')

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
