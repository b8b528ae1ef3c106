import { formats, isNever, type Sampler, type Schema } from './values.ts'

/** A value that differs from a valid one in a single place. */
export interface Mutation {
  readonly label: string
  readonly value: unknown
}

/** Words of a schema that nothing which reads values heeds; a property may have such a name too. */
const WORDS = new Set(['title', 'description', 'example'])

/** In so many ways a parameter or property is spoiled that is like an earlier one. */
const AGAIN = 2

/**
 * Every way to spoil something of this schema the first time, and the first few from then on. `spoilt`
 * remembers it between calls. The code that reads things of one schema is the same.
 */
export function* waysOf<Way>(
  spoilt: Set<string>,
  like: readonly unknown[],
  ways: Iterable<Way>,
): Generator<Way> {
  const key = JSON.stringify(like, (name, held) =>
    WORDS.has(name) && typeof held === 'string' ? undefined : held,
  )
  let left = spoilt.has(key) ? AGAIN : Infinity
  spoilt.add(key)
  for (const way of ways) {
    if (left-- <= 0) return
    yield way
  }
}

/**
 * Every way to spoil a value that fits a schema, one at a time and at every depth. Each property is left
 * out, of another type, out of its range, not in its enum, too long, or against its pattern or format.
 * One more is undeclared. Some come out valid, as a missing optional property does. Properties like an
 * earlier one of `spoilt` are spoiled in fewer ways.
 */
export function* mutations(
  sampler: Sampler,
  schema: Schema,
  value: unknown,
  { at = 'body', depth = 0, spoilt = new Set() }: Whereabouts = {},
): Generator<Mutation> {
  const own = sampler.flat(schema)
  if (own.never || depth > 6) return
  const change = (what: string, changed: unknown): Mutation => ({
    label: `${at}: ${what}`,
    value: changed,
  })
  for (const other of otherTypes(value)) yield change(`is ${JSON.stringify(other)}`, other)
  if (own.enum || own.const !== undefined)
    yield change('not in the enum', typeof value === 'number' ? 987_654 : 'none of these')
  if (typeof value === 'string') yield* texts(own, value, change)
  if (typeof value === 'number') yield* numbers(own, change)
  if (Array.isArray(value)) {
    yield* lists(own, value, sampler, change)
    if (value.length === 0) return
    const inside = { at: `${at}[0]`, depth: depth + 1, spoilt }
    for (const inner of mutations(sampler, own.items ?? {}, value[0], inside)) {
      yield { label: inner.label, value: [inner.value, ...value.slice(1)] }
    }
    return
  }
  if (value === null || typeof value !== 'object') return
  const object = value as Record<string, unknown>
  yield change('one field too many', { ...object, nobody_declared_this: 1 })
  if (own.minProperties) yield change('no fields', {})
  for (const [name, held] of Object.entries(object)) {
    const { [name]: _dropped, ...rest } = object
    yield change(`without ${name}`, rest)
    const property = own.properties?.[name] ?? own.additionalProperties ?? {}
    const inside = { at: `${at}.${name}`, depth: depth + 1, spoilt }
    const ways = mutations(sampler, property, held, inside)
    for (const inner of waysOf(spoilt, ['property', property], ways)) {
      yield { label: inner.label, value: { ...object, [name]: inner.value } }
    }
  }
  for (const [name, property] of Object.entries<Schema>(own.properties ?? {})) {
    if (name in object) continue
    const refused = isNever(property)
      ? 'anything'
      : sampler.valid({ ...sampler.flat(property), readOnly: false }, false)
    if (refused !== undefined) yield change(`with ${name}`, { ...object, [name]: refused })
  }
}

interface Whereabouts {
  /** The path of the value, for labels. */
  readonly at?: string
  readonly depth?: number
  readonly spoilt?: Set<string>
}

type Change = (what: string, changed: unknown) => Mutation

function otherTypes(value: unknown): unknown[] {
  const all = ['text', 1.5, 7, true, null, [], {}, '7', 'true']
  return all.filter(
    (other) => kind(other) !== kind(value) && !(Number.isInteger(value) && other === 7),
  )
}

function kind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function* texts(own: Schema, value: string, change: Change): Generator<Mutation> {
  yield change('empty', '')
  if (own.minLength > 1) yield change('too short', value.slice(0, own.minLength - 1))
  if (own.maxLength < 100_000) {
    yield change('too long', value.padEnd(own.maxLength + 1, 'a'))
    yield change('as long as may be', value.padEnd(own.maxLength, 'a'))
    yield change('as long as may be, in astral characters', '\u{1F600}'.repeat(own.maxLength))
  }
  if (own.pattern) yield change('against the pattern', ` ${value}\t`)
  if (own.format) yield change('against the format', `not a ${own.format}`)
  if (own.format in near) {
    for (const text of near[own.format as keyof typeof near]) yield change(`is ${text}`, text)
  }
}

/** Texts close to a format, on either side of it. */
const near = {
  'date-time': [
    '2026-05-29',
    '2026-05-29T13:42:11',
    '2026-05-29T13:42:11.123+02:00',
    '2026-02-30T00:00:00Z',
    '2026-05-29 13:42:11Z',
  ],
  date: [formats['date-time'], '2026-13-01', '2026-02-29', '20260529'],
  email: ['jo', 'jo@', 'jo@example', 'a b@example.com', 'Jo <jo@example.com>'],
  line: [' x ', 'a\u202Eb', 'a\nb', '\u3164', 'e\u0301', '👨\u200D👩\u200D👧'],
  uuid: ['0b0c4a1e8d0a4d0e9a4e3f1d2c5b6a79', 'urn:uuid:0b0c4a1e-8d0a-4d0e-9a4e-3f1d2c5b6a79'],
  uri: ['example.com', '//example.com', 'https://', 'http://exa mple.com', 'mailto:jo@example.com'],
}

function* numbers(own: Schema, change: Change): Generator<Mutation> {
  for (const bound of ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum']) {
    if (typeof own[bound] !== 'number') continue
    for (const value of [own[bound] - 1, own[bound], own[bound] + 1])
      yield change(`${bound} ${value}`, value)
  }
  yield change('negative', -1)
  if (own.multipleOf) yield change('no multiple', own.multipleOf * 1.5)
  if (own.type === 'integer') yield change('a fraction', 2.5)
  if (own.format === 'int32') yield change('more than 32 bits', 2_147_483_648)
}

function* lists(
  own: Schema,
  value: unknown[],
  sampler: Sampler,
  change: Change,
): Generator<Mutation> {
  if (own.minItems > 0) yield change('too few', value.slice(0, own.minItems - 1))
  const item = value[0] ?? sampler.valid(own.items ?? {}, false)
  yield change('empty', [])
  if (own.maxItems < 1000) yield change('too many', Array(own.maxItems + 1).fill(item))
  if (own.uniqueItems ?? own['x-unique-items']) yield change('twice the same', [item, item])
}
