import { randomUUID } from 'node:crypto'
import type { Posted } from '../../kit/poster.ts'
import { mayHaveAttachments } from '../xapi/statements/attachments.rules.ts'
import { exactOf, type KeptRow } from '../xapi/statements/kept.rules.ts'

/** A statement that another store is to get, voided or not. */
export interface NextRow extends KeptRow {
  readonly id: number
  readonly statement_id: string
}

/** Statements that go together: of one version, or a single one with attachments. */
export interface Part {
  readonly version: '1.0.3' | '2.0.0'
  readonly rows: readonly NextRow[]
}

/** The next part of what there is, the oldest first. */
export function firstPart(rows: readonly NextRow[]): Part | undefined {
  const [first] = rows
  if (!first) return undefined
  const version = versionOf(first)
  if (mayHaveAttachments(first)) return { version, rows: [first] }
  const end = rows.findIndex((row) => mayHaveAttachments(row) || versionOf(row) !== version)
  return { version, rows: end < 0 ? rows : rows.slice(0, end) }
}

function versionOf(row: NextRow): Part['version'] {
  const { version } = JSON.parse(exactOf(row)) as { version?: unknown }
  return typeof version === 'string' && version.startsWith('2') ? '2.0.0' : '1.0.3'
}

/** The bytes of an attachment, as they follow the statement. */
export interface AttachedFile {
  readonly sha2: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** The request's body: the texts as this store answers them, and behind them the attachments whose bytes it has. */
export function bodyOf({ rows, files }: Part & { readonly files: readonly AttachedFile[] }): {
  readonly contentType: string
  readonly bytes: Buffer
} {
  const json = `[${rows.map(exactOf).join()}]`
  if (files.length === 0) return { contentType: 'application/json', bytes: Buffer.from(json) }
  const boundary = randomUUID()
  const parts = files.flatMap(({ sha2, contentType, content }) => [
    `\r\n--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Transfer-Encoding: binary\r\n`,
    `X-Experience-API-Hash: ${sha2}\r\n\r\n`,
    content,
  ])
  const head = `--${boundary}\r\nContent-Type: application/json\r\n\r\n${json}`
  const all = [head, ...parts, `\r\n--${boundary}--\r\n`]
  const bytes = Buffer.concat(
    all.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)),
  )
  return { contentType: `multipart/mixed; boundary=${boundary}`, bytes }
}

/** The address to which statements go, below that of a store; a query stays behind it. */
export function statementsOf(url: string): string {
  const target = new URL(url)
  target.pathname = `${target.pathname.replace(/\/$/, '')}/statements`
  return target.href
}

const OF_CONTENT: ReadonlySet<number | null> = new Set([400, 409, 413, 422])

/** Whether the other store will never take this, so that those behind it need not wait. */
export const refusesContent = ({ statusCode }: Posted): boolean => OF_CONTENT.has(statusCode)

const [FIRST_MS, MOST_MS] = [5_000, 3_600_000]

/** After 5 s, 10, 20 and so on, or later where the other store says so, but at last every hour. */
export const retryAt = (failures: number, now: Date, afterMs = 0): Date =>
  new Date(
    now.getTime() + Math.min(Math.max(FIRST_MS * 2 ** Math.min(failures, 20), afterMs), MOST_MS),
  )
