import { sql, type Expression } from 'kysely'
import type { Column } from './columns.ts'
import { compareText, falseOf, trueOf } from './conditions.ts'
import { sentOf, type Compare } from './filter.ts'

type Condition = Expression<boolean>

/** The condition that a column's value compares so with what was sent. */
export function compareColumn(column: Column, compare: Compare): Condition {
  const { op } = compare
  const text = sentOf(compare)
  if (column.kind === 'text') return compareText(column.of, op, String(text), column.isIndexed)
  if (column.kind === 'id') return compareId(column.of, op, String(text))
  if (column.kind === 'constant')
    return compareText(sql`${column.value}::text collate "C"`, op, String(text))
  return compareOrdered(column.of, op, text)
}

/** An id is a number: what does not look like one is no id. */
function compareId(of: Expression<unknown>, op: Compare['op'], text: string): Condition {
  const isId = /^[1-9]\d{0,17}$/.test(text)
  if (op === 'eq') return isId ? sql<boolean>`(${of} = ${text}::bigint)` : falseOf()
  if (op === 'ne') return isId ? sql<boolean>`(${of} <> ${text}::bigint)` : trueOf()
  return compareText(sql`(${of})::text collate "C"`, op, text)
}

const SIGNS = { eq: sql`=`, gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const

function compareOrdered(of: Expression<unknown>, op: Compare['op'], value: unknown): Condition {
  if (op === 'ne') return sql<boolean>`(${of} is distinct from ${value})`
  if (op === 'co' || op === 'sw' || op === 'ew') throw new Error(`${op} compares texts alone.`)
  return sql<boolean>`(${of} ${SIGNS[op]} ${value})`
}
