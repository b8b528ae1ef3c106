import { sql, type Expression } from 'kysely'
import type { Comparison } from './filter.ts'

type Condition = Expression<boolean>

export const trueOf = (): Condition => sql<boolean>`true`
export const falseOf = (): Condition => sql<boolean>`false`

export const negated = (condition: Condition): Condition =>
  sql<boolean>`((${condition}) is not true)`

export const joined = (kind: 'and' | 'or', all: readonly Condition[]): Condition =>
  sql<boolean>`(${sql.join(all, kind === 'and' ? sql` and ` : sql` or `)})`

/**
 * The comparison of a text with another, both folded where case does not count. A beginning is asked for by `^@`, for
 * which an index on the column serves below a policy too; `like` takes its wildcards as letters.
 */
export function compareText(of: Expression<unknown>, op: Comparison, text: string): Condition {
  switch (op) {
    case 'eq':
      return sql<boolean>`(${of} = ${text})`
    case 'ne':
      return sql<boolean>`(${of} is distinct from ${text})`
    case 'co':
      return sql<boolean>`(${of} like ${`%${escaped(text)}%`})`
    case 'sw':
      return sql<boolean>`(${of} ^@ ${text})`
    case 'ew':
      return sql<boolean>`(${of} like ${`%${escaped(text)}`})`
    case 'gt':
      return sql<boolean>`(${of} > ${text})`
    case 'ge':
      return sql<boolean>`(${of} >= ${text})`
    case 'lt':
      return sql<boolean>`(${of} < ${text})`
    case 'le':
      return sql<boolean>`(${of} <= ${text})`
  }
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
