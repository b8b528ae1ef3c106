import type { JsonObject } from './source.ts'

/**
 * An OpenAPI 3.0 document as 3.1, so that nobody after this has to know both: `nullable` becomes a
 * type, exclusive bounds become numbers. A 3.1 document comes back as it is.
 */
export function upgraded(document: JsonObject): JsonObject {
  if (!document.openapi.startsWith('3.0')) return document
  return { ...(convert(document, false) as JsonObject), openapi: '3.1.0' }
}

/** Keywords whose values only look like schemas. */
const data = new Set(['const', 'default', 'enum', 'example', 'examples'])

/** @param named whether the keys are names that the author chose, such as those of properties */
function convert(value: unknown, named: boolean): unknown {
  if (Array.isArray(value)) return value.map((inner) => convert(inner, false))
  if (value === null || typeof value !== 'object') return value
  const result = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      data.has(key) && !named ? inner : convert(inner, key === 'properties' && !named),
    ]),
  )
  return named ? result : schema(result)
}

function schema(own: JsonObject): JsonObject {
  const { nullable, ...rest } = own
  for (const [side, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof rest[side] !== 'boolean') continue
    const exclusive = rest[side] && rest[bound] !== undefined
    if (exclusive) rest[side] = rest[bound]
    else delete rest[side]
    if (exclusive) delete rest[bound]
  }
  if (typeof nullable !== 'boolean') return own.nullable === undefined ? rest : own
  if (!nullable) return rest
  if (rest.type === undefined) {
    const { description, deprecated, ...shape } = rest
    return {
      ...(description !== undefined && { description }),
      ...(deprecated !== undefined && { deprecated }),
      anyOf: [shape, { type: 'null' }],
    }
  }
  return {
    ...rest,
    type: [...new Set([rest.type, 'null'].flat())],
    ...(rest.enum && { enum: [...new Set([...rest.enum, null])] }),
  }
}
