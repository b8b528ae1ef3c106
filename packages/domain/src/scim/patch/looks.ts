import type { Filter } from '../filter/filter.ts'
import { scimFault } from '../schema/faults.ts'

/** How many comparisons with values the operations of one PATCH may still make. */
export interface Looks {
  left: number
}

/** Twenty thousand take 50 ms, in which nobody else is served; a hundred operations on fifty addresses need 5,000. */
const MOST_LOOKS = 20_000

export const newLooks = (): Looks => ({ left: MOST_LOOKS })

/** Takes the comparisons of an operation away; refuses the PATCH with `tooMany` where they are more than are left. */
export function look(looks: Looks, comparisons: number, path: string): void {
  looks.left -= comparisons
  if (looks.left >= 0) return
  const message = `asks for more comparisons than the ${MOST_LOOKS} of one request`
  throw scimFault('tooMany', path, message)
}

/** How many comparisons a filter makes with one value, at most. */
export function comparisonsOf(filter: Filter): number {
  if (filter.kind === 'and' || filter.kind === 'or')
    return filter.of.reduce((sum, each) => sum + comparisonsOf(each), 0)
  if (filter.kind === 'not' || filter.kind === 'one') return comparisonsOf(filter.of)
  return 1
}
