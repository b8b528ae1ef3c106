import { textMatching } from './matching.ts'
import type { Random } from './random.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a schema as somebody wrote it
export type Schema = any

/** Makes values for the schemas of one bundled contract. */
export interface Sampler {
  /** A value that fits: only what is required, or all there is; undefined where none is known. */
  valid(schema: Schema, all: boolean): unknown
  /** The schema behind references, `allOf` and the first of `oneOf` and `anyOf`, as one object. */
  flat(schema: Schema): Schema
}

export function sampler(document: Schema, random: Random): Sampler {
  const follow = (node: Schema): Schema => {
    for (let hops = 0; typeof node?.$ref === 'string' && hops < 20; hops++) {
      const { $ref, ...rest } = node
      const target = ($ref as string)
        .split('/')
        .slice(1)
        .reduce(
          (at: Schema, step) =>
            at?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
          document,
        )
      node = typeof target === 'object' ? { ...target, ...rest } : target
    }
    return node
  }

  const flat = (schema: Schema, depth = 0): Schema => {
    const own = follow(schema)
    if (isNever(own)) return { never: true }
    if (own === null || typeof own !== 'object') return {}
    if (depth > 10) return own
    const { allOf = [], oneOf, anyOf, if: condition, then: _then, else: otherwise, ...rest } = own
    let result = rest
    for (const part of allOf) result = merged(result, flat(part, depth + 1))
    const choice = (oneOf ?? anyOf)?.find((one: Schema) => follow(one)?.type !== 'null')
    if (choice !== undefined) {
      result = merged(result, flat(choice, depth + 1))
      tag(own, choice, result)
    }
    if (condition === undefined) return result
    // take the side where the condition does not hold: what it asks for is left out, or another value
    const never = Object.fromEntries([
      ...(condition.required ?? []).map((name: string) => [name, false]),
      ...Object.entries<Schema>(condition.properties ?? {})
        .filter(([, { const: value }]) => value !== undefined)
        .map(([name, { const: value }]) => {
          const property = flat(rest.properties?.[name] ?? {}, depth + 1)
          return [name, { ...property, enum: without(property.enum, value) }]
        }),
    ])
    const narrowed = merged(result, { properties: never })
    if (otherwise === undefined || typeof otherwise !== 'object') return narrowed
    // a condition in there may be about the same fields
    const properties = { ...narrowed.properties, ...otherwise.properties }
    return merged(narrowed, flat({ ...otherwise, properties }, depth + 1))
  }

  const valid = (schema: Schema, all: boolean, depth = 0): unknown => {
    const own = flat(schema)
    if (own.never) return undefined
    if (own.const !== undefined) return own.const
    if (own.enum) return random.pick(own.enum.filter((value: unknown) => value !== null))
    const type = [own.type].flat().find((one) => one !== 'null') ?? guess(own)
    if (type === 'object') return object(own, all, depth)
    if (type === 'array') return array(own, all, depth)
    if (type === 'boolean') return random.pick([true, false])
    if (type === 'integer' || type === 'number') return number(own, type === 'integer')
    return type === 'string' ? string(own) : 'anything'
  }

  const object = (own: Schema, all: boolean, depth: number): Schema => {
    const required: string[] = own.required ?? []
    const properties = Object.entries<Schema>(own.properties ?? {}).filter(
      ([, property]) => !isNever(property) && follow(property)?.readOnly !== true,
    )
    const value: Schema = {}
    for (const [name, property] of properties) {
      const wanted = required.includes(name) || (all && depth < 5)
      const inner = wanted ? valid(property, all, depth + 1) : undefined
      if (inner !== undefined) value[name] = inner
    }
    for (const [name, property] of properties) {
      if (Object.keys(value).length >= (own.minProperties ?? 0)) break
      value[name] ??= valid(property, all, depth + 1)
    }
    for (const name of required) {
      if (!(name in (own.properties ?? {}))) value[name] = 'anything'
    }
    const free = own.additionalProperties
    if (all && depth < 5 && free !== null && typeof free === 'object') {
      value.anything = valid(free, all, depth + 1)
    }
    return value
  }

  const array = (own: Schema, all: boolean, depth: number): unknown[] => {
    const wanted = Math.max(
      own.minItems ?? 0,
      all && depth < 5 ? Math.min(own.maxItems ?? 2, 2) : 0,
    )
    const found = new Map<string, unknown>()
    for (let attempt = 0; found.size < wanted && attempt < wanted * 20; attempt++) {
      const value = valid(own.items ?? {}, all, depth + 1)
      found.set(
        (own.uniqueItems ?? own['x-unique-items']) ? JSON.stringify(value) : String(attempt),
        value,
      )
    }
    return [...found.values()]
  }

  const number = (own: Schema, integer: boolean): number => {
    const low = own.exclusiveMinimum === true ? own.minimum : own.exclusiveMinimum
    const high = own.exclusiveMaximum === true ? own.maximum : own.exclusiveMaximum
    const step = own.multipleOf ?? 1
    const least = typeof low === 'number' ? low + step : own.minimum
    const most = typeof high === 'number' ? high - step : own.maximum
    const from = Math.ceil((least ?? Math.min(1, most ?? 1)) / step)
    const to = Math.floor((most ?? from * step + 1000) / step)
    const value = random.integer(from, Math.min(to, from + 1000)) * step
    return integer || own.multipleOf ? value : value + (value + 0.5 < (most ?? Infinity) ? 0.5 : 0)
  }

  const string = (own: Schema): string | undefined => {
    const known = formats[own.format as keyof typeof formats]
    if (known) return known
    const least = own.minLength ?? 0
    if (own.pattern) return textMatching(own.pattern, random, least)
    const length = Math.min(own.maxLength ?? Math.max(8, least), Math.max(8, least))
    return 'abcdefghijklmnopqrstuvwxyz'.repeat(Math.ceil(length / 26)).slice(0, length)
  }

  return { flat: (schema) => flat(schema), valid: (schema, all) => valid(schema, all) }
}

/** A schema that nothing fits: `false`, or `{ not: {} }` for readers that know no boolean schemas. */
export const isNever = (schema: Schema): boolean =>
  schema === false || (schema?.not && Object.keys(schema.not).length === 0)

/** With a discriminator a choice is made by naming it. */
function tag(own: Schema, choice: Schema, result: Schema): void {
  const { propertyName, mapping = {} } = own.discriminator ?? {}
  if (!propertyName || !choice.$ref) return
  const named = Object.keys(mapping).find((key) => mapping[key] === choice.$ref)
  const declared = result.properties?.[propertyName]
  if (declared?.const !== undefined || declared?.enum) return
  result.properties = {
    ...result.properties,
    [propertyName]: { const: named ?? choice.$ref.split('/').at(-1) },
  }
}

function merged(a: Schema, b: Schema): Schema {
  return {
    ...a,
    ...b,
    ...((a.properties || b.properties) && { properties: { ...a.properties, ...b.properties } }),
    ...((a.required || b.required) && {
      required: [...new Set([...(a.required ?? []), ...(b.required ?? [])])],
    }),
  }
}

const without = (values: unknown[] | undefined, value: unknown) =>
  values?.filter((each) => each !== value)

function guess(own: Schema): string | undefined {
  if (own.properties || own.additionalProperties) return 'object'
  if (own.items) return 'array'
  return own.pattern || own.format || own.maxLength ? 'string' : undefined
}

/** One text of each format; what is not here is any text. */
export const formats = {
  'date-time': '2026-05-29T13:42:11Z',
  date: '2026-05-29',
  time: '13:42:11Z',
  duration: 'P3DT4H',
  email: 'jo@example.com',
  hostname: 'www.example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/a?b=c',
  url: 'https://example.com/a?b=c',
  'uri-reference': '/a?b=c',
  uuid: '0b0c4a1e-8d0a-4d0e-9a4e-3f1d2c5b6a79',
  byte: 'aGVsbG8=',
  'json-pointer': '/a/b',
  regex: '^a+$',
} as const
