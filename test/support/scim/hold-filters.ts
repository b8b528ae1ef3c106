import type { Random } from '../contract/random.ts'
import { broken, filterOf, type Shown } from './made-filters.ts'

export interface Answer {
  readonly status: number
  readonly body: Shown
}

interface Timed {
  readonly ms: number
  readonly filter: string
}

/** The disagreements that were found, and how long the slowest answer took. */
export interface Held {
  readonly wrong: string[]
  readonly found: number
  readonly refused: number
  readonly slowest: Timed
  /** Filters that were asked again, because the first answer took longer than the bound; the time is the shortest. */
  readonly repeated: readonly (Timed & { readonly firstMs: number })[]
  /** The times of all answers, ascending; of those that were asked again the shortest. */
  readonly times: readonly number[]
}

const PAGE = 20
/** How often a filter is asked whose answers take longer than the bound. */
const TRIES = 3

/**
 * Asks a server for users by so many made-up filters, every fourth of them broken. A filter's total and its first page
 * must be those of the same filter over the rows. A broken one is refused with `invalidFilter`, or is a filter.
 */
export async function holdFilters(
  ask: (filter: string, count: number) => Promise<Answer>,
  users: readonly Shown[],
  {
    numbers,
    rounds,
    boundMs = Infinity,
    tell,
  }: {
    readonly numbers: Random
    readonly rounds: number
    readonly boundMs?: number
    /** Hears, a thousand filters on, how many have been asked and how long the slowest took. */
    readonly tell?: (done: number, slowestMs: number) => void
  },
): Promise<Held> {
  const samples = Array.from({ length: 200 }, () => numbers.pick(users))
  const ordered = [...users].sort((a, b) => Number(a.id) - Number(b.id))
  const wrong: string[] = []
  const times: number[] = []
  const repeated: Held['repeated'][number][] = []
  const tally = { found: 0, refused: 0, slowest: { ms: 0, filter: '' } }
  for (let round = 0; round < rounds; round++) {
    const { text, holds } = filterOf(numbers, samples)
    const isBroken = round % 4 === 3
    const filter = isBroken ? broken(numbers, text) : text
    const { status, body, ms, firstMs } = await askWithin(boundMs, () => ask(filter, PAGE))
    times.push(ms)
    if (firstMs > boundMs) repeated.push({ filter, ms, firstMs })
    if (round % 1000 === 999) tell?.(round + 1, tally.slowest.ms)
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
  return { wrong, times: times.sort((a, b) => a - b), repeated, ...tally }
}

/** Asks until an answer comes within the bound, and no oftener than is allowed; tells the first time and the shortest. */
async function askWithin(boundMs: number, ask: () => Promise<Answer>) {
  const times: number[] = []
  for (;;) {
    const begin = performance.now()
    const answer = await ask()
    const taken = performance.now() - begin
    times.push(taken)
    if (taken <= boundMs || times.length === TRIES)
      return { ...answer, ms: Math.min(...times), firstMs: times[0] as number }
  }
}

/** Every user as the list shows it, page by page along the cursor. */
export async function readAll(get: (query: string) => Promise<{ readonly body: Shown }>) {
  const users: Shown[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { body }: { readonly body: Shown } = await get(`count=200&cursor=${cursor}`)
    users.push(...body.Resources)
    cursor = body.nextCursor
  }
  return users
}
