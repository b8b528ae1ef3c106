import { deref, type Node } from './contract.ts'

/** A value that breaks one rule of a schema. */
export interface Fault {
  /** Where: a field's path below the value, empty for the value itself. */
  readonly at: string
  readonly what: string
  readonly value: unknown
}

/** Texts of which one is against any pattern. */
const AGAINST = ['!', ' ', 'a b', 'Ä', '-', '_', 'http:', '', 'A']
const NO_SUCH: Readonly<Record<string, string>> = {
  'date-time': 'yesterday',
  date: '2026-02-30',
  email: 'nobody',
  uri: 'nowhere',
  uuid: 'me',
}
/** For each type a value of another one. */
const OTHER: Readonly<Record<string, unknown>> = {
  string: 17,
  integer: 'x',
  number: 'x',
  boolean: 'x',
  array: { x: 1 },
  object: ['x'],
}

const typesOf = (schema: Node): string[] => [schema.type ?? []].flat()

/** Each rule of a scalar's schema broken once; of its type too, if `typed`. */
function* scalarFaults(schema: Node, typed: boolean): Generator<[what: string, value: unknown]> {
  const types = typesOf(schema)
  const [type] = types.filter((each) => each !== 'null')
  if (type !== undefined && (typed || type !== 'string')) yield ['type', OTHER[type]]
  if (typed && type !== undefined && !types.includes('null')) yield ['null', null]
  if (type === 'integer') yield ['fraction', 1.5]
  if (schema.minimum !== undefined) yield ['minimum', schema.minimum - 1]
  if (schema.maximum !== undefined) yield ['maximum', schema.maximum + 1]
  if (schema.minLength > (typed ? 0 : 1)) yield ['minLength', 'a'.repeat(schema.minLength - 1)]
  if (schema.maxLength !== undefined) yield ['maxLength', 'a'.repeat(schema.maxLength + 1)]
  if (schema.enum) yield ['enum', 'none of these']
  const format = NO_SUCH[schema.format]
  if (format !== undefined) yield ['format', format]
  if (schema.pattern) {
    const against = AGAINST.filter((text) => typed || text.trim() !== '')
    const value = against.find((text) => !new RegExp(schema.pattern, 'u').test(text))
    if (value !== undefined) yield ['pattern', value]
  }
}

/** The faults that the text of a parameter can have. */
export const parameterFaults = (schema: Node): Fault[] =>
  [...scalarFaults(typesOf(schema).includes('array') ? deref(schema.items) : schema, false)].map(
    ([what, value]) => ({ at: '', what, value }),
  )

/**
 * Every fault of a body: each of its fields, at any depth, left out, unknown or against its schema.
 * Without `typed` they are only those that text can have, as in a form.
 */
export function* bodyFaults(node: Node, value: unknown, at = '', typed = true): Generator<Fault> {
  const schema = deref(node)
  if (typed || at !== '')
    for (const [what, spoilt] of scalarFaults(schema, typed)) yield { at, what, value: spoilt }
  if (typesOf(schema).includes('array')) {
    const [first, ...rest] = (value as unknown[]) ?? []
    if (first === undefined) return
    for (const inner of bodyFaults(schema.items, first, `${at}[0]`))
      yield { ...inner, value: [inner.value, ...rest] }
  }
  if (!typesOf(schema).includes('object') && !schema.properties) return
  const object = (value ?? {}) as Record<string, unknown>
  const below = (name: string) => (at === '' ? name : `${at}.${name}`)
  if (schema.additionalProperties === false)
    yield { at: below('no_such_field'), what: 'unknown', value: { ...object, no_such_field: 1 } }
  for (const name of (schema.required ?? []) as string[]) {
    const { [name]: _left, ...rest } = object
    yield { at: below(name), what: 'required', value: rest }
  }
  for (const [name, property] of Object.entries<Node>(schema.properties ?? {}))
    for (const inner of bodyFaults(property, object[name], below(name), typed))
      yield { ...inner, value: { ...object, [name]: inner.value } }
}
