import type { ResourceType } from '../schema/attribute.ts'
import { scimFault } from '../schema/faults.ts'
import { findPlace, type Place } from '../schema/places.ts'
import { isKept } from '../schema/values.ts'
import { comparisonOf, overValues, placeWithin, withoutAttribute } from './comparisons.ts'
import { COMPARISONS, join, not, type Comparison, type Filter } from './filter.ts'
import { FilterFault, tokensOf, type Token } from './tokens.ts'

/** The most characters of a filter, brackets within brackets, and comparisons. */
const MOST = { characters: 10_000, depth: 30, comparisons: 60 }

export interface FilterOptions {
  /** The parameter or member that a refusal names. */
  readonly field?: string
  /** Whether an unknown attribute is one without a value, as where several kinds of resource are asked for. */
  readonly unknownIsAbsent?: boolean
}

/**
 * The filter that a text says, over the attributes of a kind of resource: the grammar of RFC 7644, section 3.4.2.2, and
 * `attribute[…].sub op value`. Refuses with `invalidFilter` what is not a filter, or is longer, deeper or has more
 * comparisons than is allowed.
 */
export function parseFilter(
  type: ResourceType,
  text: string,
  { field = 'filter', unknownIsAbsent = false }: FilterOptions = {},
): Filter {
  try {
    if (text.length > MOST.characters)
      throw new FilterFault(`is longer than ${MOST.characters} characters`)
    return readFilter(new Reader(tokensOf(text)), { type, within: undefined, unknownIsAbsent })
  } catch (error) {
    if (error instanceof FilterFault) throw scimFault('invalidFilter', field, error.message)
    throw error
  }
}

/** The things that names in a filter are looked up in: a kind of resource, or one of its attributes. */
interface Scope {
  readonly type: ResourceType
  readonly within: Place | undefined
  readonly unknownIsAbsent: boolean
}

/** The pieces of a filter and how far it is read. */
export class Reader {
  private place = 0
  private depth = 0
  private comparisons = 0

  constructor(private readonly tokens: readonly Token[]) {}

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.place + ahead, this.tokens.length - 1)] as Token
  }

  take(): Token {
    const token = this.peek()
    this.place++
    return token
  }

  isWord(word: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead)
    return kind === 'word' && text.toLowerCase() === word
  }

  expect(kind: Token['kind']): Token {
    const token = this.take()
    if (token.kind === kind) return token
    const wanted = kind === 'end' ? 'and, or, or its end' : kind === 'word' ? 'a name' : kind
    throw new FilterFault(`needs ${wanted} at character ${token.at}`)
  }

  /** Reads what stands in brackets, up to the one that closes it. */
  within<T>(closing: ')' | ']', read: () => T): T {
    this.take()
    if (++this.depth > MOST.depth) throw new FilterFault(`is nested more than ${MOST.depth} deep`)
    const value = read()
    this.expect(closing)
    this.depth--
    return value
  }

  countComparison(): void {
    if (++this.comparisons > MOST.comparisons)
      throw new FilterFault(`has more than ${MOST.comparisons} comparisons`)
  }
}

function readFilter(reader: Reader, scope: Scope): Filter {
  const filter = readOr(reader, scope)
  reader.expect('end')
  return filter
}

/** The filter in the brackets that a path goes on with, over the parts of one value of its attribute. */
export const readWithin = (reader: Reader, type: ResourceType, within: Place): Filter =>
  reader.within(']', () => readOr(reader, { type, within, unknownIsAbsent: false }))

const readOr = (reader: Reader, scope: Scope) => readJoined(reader, scope, 'or', readAnd)
const readAnd = (reader: Reader, scope: Scope) => readJoined(reader, scope, 'and', readTerm)

function readJoined(
  reader: Reader,
  scope: Scope,
  kind: 'and' | 'or',
  read: (reader: Reader, scope: Scope) => Filter,
): Filter {
  const all = [read(reader, scope)]
  while (reader.isWord(kind)) {
    reader.take()
    all.push(read(reader, scope))
  }
  return join(kind, all)
}

function readTerm(reader: Reader, scope: Scope): Filter {
  if (reader.isWord('not') && reader.peek(1).kind === '(') {
    reader.take()
    return not(reader.within(')', () => readOr(reader, scope)))
  }
  if (reader.peek().kind === '(') return reader.within(')', () => readOr(reader, scope))
  const { text: path } = reader.expect('word')
  const place = placeIn(scope, path)
  if (reader.peek().kind === '[' && !scope.within && place) return readValue(reader, scope, place)
  const filter = readComparison(reader, path, place)
  return scope.within ? filter : overValues(filter)
}

/** The place of a name; `undefined` where a name that is unknown is one without a value. */
function placeIn({ type, within, unknownIsAbsent }: Scope, path: string): Place | undefined {
  const place = within ? placeWithin(within, path) : findPlace(type, path)
  const found = place?.sub ?? place?.attribute
  if (found && (isKept(found) || found.mutability === 'readOnly')) return place
  if (found || !unknownIsAbsent)
    throw new FilterFault(`names ${brief(path)}, which no filter can ask for`)
  return undefined
}

const brief = (path: string) => (path.length > 100 ? `${path.slice(0, 100)}…` : path)

/** `attribute[…]`, alone or with a sub-attribute behind it, whose comparison holds for the same value (D-34). */
function readValue(reader: Reader, { type }: Scope, place: Place): Filter {
  const { attribute, sub } = place
  if (sub || attribute.type !== 'complex')
    throw new FilterFault(`has brackets behind ${attribute.name}, which has no parts`)
  const parts = [readWithin(reader, type, place)]
  const { kind, text } = reader.peek()
  if (kind === 'word' && text.startsWith('.')) {
    reader.take()
    const part = placeWithin(place, text.slice(1))
    if (!part) throw new FilterFault(`names ${brief(text)}, which is no part of ${attribute.name}`)
    parts.push(readComparison(reader, attribute.name + text, part))
  }
  const of = join('and', parts)
  return attribute.multiValued ? { kind: 'one', at: place, of } : of
}

/** The operator behind a place, and its value. */
function readComparison(reader: Reader, path: string, place: Place | undefined): Filter {
  reader.countComparison()
  const { text, at } = reader.expect('word')
  const op = text.toLowerCase()
  if (op === 'pr') return place ? { kind: 'present', at: place } : withoutAttribute('pr')
  if (!isComparison(op)) throw new FilterFault(`needs an operator at character ${at}`)
  const token = reader.take()
  if (token.kind !== 'string' && token.kind !== 'word')
    throw new FilterFault(`needs a value at character ${token.at}`)
  return place ? comparisonOf(place, brief(path), op, token) : withoutAttribute(op, token)
}

const isComparison = (word: string): word is Comparison =>
  (COMPARISONS as readonly string[]).includes(word)
