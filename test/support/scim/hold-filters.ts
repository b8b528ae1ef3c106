import type { Random } from '../contract/random.ts'
import { broken, filterOf, type Shown } from './made-filters.ts'

export interface Answer {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any shape
  readonly body: any
}

/** The disagreements that were found, and how long the slowest answer took. */
export interface Held {
  readonly wrong: string[]
  readonly found: number
  readonly refused: number
  readonly slowest: { readonly ms: number; readonly filter: string }
  /** The times of all answers, ascending. */
  readonly times: readonly number[]
}

const PAGE = 20

/**
 * Asks a server for users by so many made-up filters, every fourth of them broken. A filter's total and its first page
 * must be those of the same filter over the rows. A broken one is refused with `invalidFilter`, or is a filter.
 */
export async function holdFilters(
  ask: (filter: string, count: number) => Promise<Answer>,
  users: readonly Shown[],
  { numbers, rounds }: { readonly numbers: Random; readonly rounds: number },
): Promise<Held> {
  const samples = Array.from({ length: 200 }, () => numbers.pick(users))
  const ordered = [...users].sort((a, b) => Number(a.id) - Number(b.id))
  const wrong: string[] = []
  const times: number[] = []
  const tally = { found: 0, refused: 0, slowest: { ms: 0, filter: '' } }
  for (let round = 0; round < rounds; round++) {
    const { text, holds } = filterOf(numbers, samples)
    const isBroken = round % 4 === 3
    const filter = isBroken ? broken(numbers, text) : text
    const begin = performance.now()
    const { status, body } = await ask(filter, PAGE)
    const ms = performance.now() - begin
    times.push(ms)
    if (ms > tally.slowest.ms) tally.slowest = { ms, filter }
    if (isBroken) {
      if (status === 400 && body.scimType === 'invalidFilter') tally.refused++
      else if (status !== 200) wrong.push(`${filter}: ${status} ${JSON.stringify(body)}`)
      continue
    }
    const meant = ordered.filter(holds)
    if (meant.length > 0) tally.found++
    const seen = (body.Resources ?? []).map(({ id }: Shown) => id)
    const first = meant.slice(0, PAGE).map(({ id }) => id)
    if (status !== 200 || body.totalResults !== meant.length || `${seen}` !== `${first}`)
      wrong.push(`${filter}: ${status}, ${body.totalResults} and not ${meant.length}`)
  }
  return { wrong, times: times.sort((a, b) => a - b), ...tally }
}
