import { isComplex } from '../schema/values.ts'
import type { Operation } from './requests.rules.ts'

/** References of operations to what others of the same request make, `bulkId:name` (RFC 7644, 3.7.2). */

const REFERENCE = /^bulkId:(.+)$/s
/** References stand no deeper in a resource, or in the operations of a PATCH. */
const MOST_DEPTH = 10

/** The bulkId that a text refers to. */
export const referredTo = (text: string): string | undefined => REFERENCE.exec(text)?.[1]

/** The id in an operation's path, `/Users/321`. */
export const idIn = (path: string): string | undefined => path.split('/')[2]

/** A value with every text in it put through `change`, as far as references stand. */
export function mapTexts(value: unknown, change: (text: string) => unknown, depth = 0): unknown {
  if (typeof value === 'string') return change(value)
  if (depth === MOST_DEPTH) return value
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change, depth + 1))
  if (!isComplex(value)) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([name, each]) => [name, mapTexts(each, change, depth + 1)] as const),
  )
}

/** The places of the operations that each refers to, for every operation. */
export function referencesOf(operations: readonly Operation[]): readonly (readonly number[])[] {
  const makers = makersOf(operations)
  return operations.map(({ path, data }) => {
    const found = new Set<number>()
    const note = (text: string) => {
      const maker = makers.get(referredTo(text) ?? '')
      if (maker !== undefined) found.add(maker)
    }
    note(idIn(path) ?? '')
    mapTexts(data, note)
    return [...found]
  })
}

/** The place of the operation that makes what a bulkId names; of several with the same the first one. */
export function makersOf(operations: readonly Operation[]): ReadonlyMap<string, number> {
  const makers = new Map<string, number>()
  for (const [place, { method, bulkId }] of operations.entries())
    if (method === 'POST' && bulkId !== undefined && !makers.has(bulkId)) makers.set(bulkId, place)
  return makers
}
