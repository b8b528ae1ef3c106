import type { FieldFault, ParameterRow } from '@mobieus/contract'

/**
 * Reads parameters by a strict grammar. An integer is `-?(0|[1-9]\d*)`, not `0x10`, `1e1` or ` 5`. A
 * parameter given twice is refused unless it is a list. An empty query value means absent, but for a text
 * that is required. Faults of a list name the element, `type[1]`, but where there is only one: whoever
 * writes `type=x` has not written a list.
 */

const INTEGER = /^-?(?:0|[1-9]\d{0,15})$/
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

type Scalar = string | number | boolean | null

/** Marks a value that its type's grammar does not contain. */
const unreadable = Symbol('unreadable')

/** A scalar by its type's grammar; `undefined` where the text is none. */
export function readScalar(raw: string, type: string): Scalar | undefined {
  const value = scalarOf(raw, type)
  return value === unreadable ? undefined : value
}

function scalarOf(raw: string, type: string): Scalar | typeof unreadable {
  switch (type) {
    case 'integer': {
      const value = INTEGER.test(raw) ? Number(raw) : Number.NaN
      return Number.isSafeInteger(value) ? value : unreadable
    }
    case 'number':
      return NUMBER.test(raw) ? Number(raw) : unreadable
    case 'boolean':
      return raw === 'true' ? true : raw === 'false' ? false : unreadable
    case 'any':
      return INTEGER.test(raw) ? Number(raw) : raw
    default:
      return raw
  }
}

const article: Record<string, string> = {
  integer: 'an integer',
  array: 'a list',
  object: 'an object',
}

/** The fault of a value that does not have the type `type`. */
export const typeFault = (field: string, type: string): FieldFault => ({
  field,
  code: 'type',
  message: `must be ${article[type] ?? `a ${type}`}`,
})

function separator(row: ParameterRow): string {
  return row.style === 'spaceDelimited' ? ' ' : row.style === 'pipeDelimited' ? '|' : ','
}

/** The declared type of an object's property: none to a name that only every object has. */
const typeOfProperty = ({ properties = {} }: ParameterRow, name: string) =>
  (Object.hasOwn(properties, name) ? properties[name] : undefined) ?? 'string'

/** Without a prototype: a property may have any name, `__proto__` too. */
function readObject(parts: readonly string[], row: ParameterRow): unknown {
  const value: Record<string, unknown> = Object.create(null)
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const name = parts[i] as string
    const read = scalarOf(parts[i + 1] as string, typeOfProperty(row, name))
    if (read === unreadable) return unreadable
    value[name] = read
  }
  return value
}

function readJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return unreadable
  }
}

/** The value of one parameter from its raw occurrences, or the fault that stands in its way. */
export function readParameter(row: ParameterRow, raw: readonly string[]): unknown {
  const field = row.name
  if (row.type === 'array') {
    const separate = row.in === 'query' && row.explode
    const parts = separate ? raw : raw.flatMap((each) => each.split(separator(row)))
    const values = parts.map((part) => scalarOf(part, row.items ?? 'string'))
    const at = values.indexOf(unreadable as never)
    const which = values.length > 1 ? `[${at}]` : ''
    return at < 0 ? values : new Fault(typeFault(`${field}${which}`, row.items ?? 'string'))
  }
  if (raw.length > 1)
    return new Fault({ field, code: 'repeated', message: 'may be given only once' })
  const text = raw[0] as string
  const value =
    row.type === 'json'
      ? readJson(text)
      : row.type === 'object'
        ? readObject(text.split(','), row)
        : row.nullable && text === 'null'
          ? null
          : scalarOf(text, row.type)
  return value === unreadable ? new Fault(typeFault(field, row.type)) : value
}

/** A parameter that could not be read; distinguishes a fault from a value of any type. */
export class Fault {
  readonly fault: FieldFault
  constructor(fault: FieldFault) {
    this.fault = fault
  }
}

/** The query string as raw occurrences by name. Throws `URIError` on malformed percent-encoding. */
export function splitQuery(search: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const pair of search.split('&')) {
    if (pair === '') continue
    const cut = pair.indexOf('=')
    const name = decode(cut < 0 ? pair : pair.slice(0, cut))
    const value = cut < 0 ? '' : decode(pair.slice(cut + 1))
    const before = found.get(name)
    if (before) before.push(value)
    else found.set(name, [value])
  }
  return found
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  return spaced.includes('%') ? decodeURIComponent(spaced) : spaced
}

/** Collects `filter[a]=1&filter[b]=2` into one object and takes those names off `found`. */
export function readDeepObject(row: ParameterRow, found: Map<string, string[]>): unknown {
  const value: Record<string, unknown> = Object.create(null)
  let any = false
  for (const [name, raw] of found) {
    if (!name.startsWith(`${row.name}[`) || !name.endsWith(']')) continue
    const property = name.slice(row.name.length + 1, -1)
    found.delete(name)
    any = true
    const type = typeOfProperty(row, property)
    const read = raw.length === 1 ? scalarOf(raw[0] as string, type) : raw
    if (read === unreadable) return new Fault(typeFault(name, type))
    value[property] = read
  }
  return any ? value : undefined
}

/**
 * A `+` is a blank in a query, as it is in a form. The offset of a time that is not encoded breaks on
 * it.
 */
export function withPlus(
  fault: FieldFault,
  values: Readonly<Record<string, unknown>>,
  search: string,
): FieldFault {
  const value = values[fault.field]
  const broken = fault.code === 'format' && typeof value === 'string' && value.includes(' ')
  if (!broken || !search.includes('+')) return fault
  return { ...fault, message: `${fault.message}: a + in a query is a blank, write %2B` }
}
