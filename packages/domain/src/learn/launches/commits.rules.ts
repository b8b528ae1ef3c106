import type { RunRow } from './runs.store.ts'

/** A change of a run, as the player sends it. */
export interface Commit {
  readonly item: string
  /** Which opening of the item it is of. */
  readonly opening: number
  /** Higher than that of each commit before it. */
  readonly sequence: number
  readonly values: Readonly<Record<string, string>>
  /** Whether the content has ended its run. */
  readonly ends: boolean
}

const ELEMENT = /^cmi(?:\.[a-z_]{1,60}|\.\d{1,6}){1,12}$/
const [MOST_ELEMENTS, MOST_CHARACTERS] = [50_000, 8_000_000]
const MOST_SEQUENCE = 2_147_483_647

/** Reads the body of a commit; `undefined` where it is none. */
export function commitOf(body: unknown): Commit | undefined {
  const { item, opening, sequence, values, ends } = (body ?? {}) as Record<string, unknown>
  if (typeof item !== 'string' || typeof opening !== 'number') return undefined
  if (!Number.isSafeInteger(sequence)) return undefined
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined
  const number = sequence as number
  if (number < 1 || number > MOST_SEQUENCE) return undefined
  const entries = Object.entries(values as Record<string, unknown>)
  if (!entries.every(([element, value]) => ELEMENT.test(element) && typeof value === 'string'))
    return undefined
  return {
    item,
    opening,
    sequence: number,
    values: values as Commit['values'],
    ends: ends === true,
  }
}

type Merged = Pick<RunRow, 'cmi' | 'numbers' | 'sequence' | 'has_ended'>

/**
 * A run with a commit: of each element stands what came by the highest number. So a commit that was overtaken takes
 * nothing back, and one that comes twice changes nothing. After its end a run takes only what was sent before.
 */
export function mergedCommit(run: RunRow, commit: Commit): Merged | 'too_large' | undefined {
  const { sequence, values, ends } = commit
  if (run.has_ended && sequence > run.sequence) return undefined
  const newer = Object.entries(values).filter(([element]) => sequence > (run.numbers[element] ?? 0))
  if (newer.length === 0 && !ends) return undefined
  const cmi = { ...run.cmi, ...Object.fromEntries(newer) }
  const numbers = {
    ...run.numbers,
    ...Object.fromEntries(newer.map(([element]) => [element, sequence])),
  }
  const size = Object.values(cmi).reduce((sum, value) => sum + value.length, 0)
  if (Object.keys(cmi).length > MOST_ELEMENTS || size > MOST_CHARACTERS) return 'too_large'
  return {
    ...{ cmi, numbers, sequence: Math.max(run.sequence, sequence) },
    has_ended: run.has_ended || ends,
  }
}
