import { constant, join, not, type Filter } from './filter.ts'

/**
 * The filters of which one has to hold, where that is what a filter over the parts of one value says. One value fulfils
 * `a or b` where one fulfils `a` or one fulfils `b`, so that each can be asked in its own way.
 */
export function alternativesOf(filter: Filter): readonly Filter[] {
  const inside = negationsInside(filter, false)
  return inside.kind === 'or' ? flattened(inside.of) : [inside]
}

const flattened = (all: readonly Filter[]): readonly Filter[] =>
  all.flatMap((each) => (each.kind === 'or' ? flattened(each.of) : [each]))

/** The same filter, in which only comparisons are negated. */
function negationsInside(filter: Filter, negated: boolean): Filter {
  switch (filter.kind) {
    case 'constant':
      return constant(filter.is !== negated)
    case 'not':
      return negationsInside(filter.of, !negated)
    case 'and':
    case 'or':
      return join(
        (filter.kind === 'and') === negated ? 'or' : 'and',
        filter.of.map((each) => negationsInside(each, negated)),
      )
    default:
      return negated ? not(filter) : filter
  }
}
