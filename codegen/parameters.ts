import { follow } from './document.ts'
import type { Json, JsonObject, Raw } from './source.ts'

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean'

/**
 * The type that a parameter's text is read as; `json` is JSON in one parameter, `any` is left as text.
 */
export type ParameterType = ScalarType | 'array' | 'object' | 'json' | 'any'

/** A parameter: its style in a request, and the type it is read as. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly type: ParameterType
  /** The type of each element of an array. */
  readonly items?: ParameterType
  /** The type of each property of an object. */
  readonly properties?: Readonly<Record<string, ParameterType>>
  readonly style: string
  readonly explode: boolean
  readonly nullable?: true
  readonly default?: Json
}

/** The rows of an operation's parameters, each with its schema; its own override its path's. */
export function parametersOf(document: JsonObject, item: JsonObject, operation: JsonObject) {
  const byKey = new Map<string, JsonObject>()
  for (const listed of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = follow(document, listed) as JsonObject
    // OpenAPI: these three are described elsewhere, a parameter of that name is ignored
    const name = String(parameter.name).toLowerCase()
    if (parameter.in === 'header' && ignored.has(name)) continue
    byKey.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...byKey.values()].map((parameter) => {
    const [content] = Object.values<JsonObject>(parameter.content ?? {})
    const schema = (content?.schema ?? parameter.schema ?? {}) as JsonObject
    return { row: rowOf(document, parameter, schema, content !== undefined), schema }
  })
}

const ignored = new Set(['accept', 'content-type', 'authorization'])

function rowOf(
  document: JsonObject,
  parameter: JsonObject,
  schema: JsonObject,
  json: boolean,
): Parameter {
  const style = String(parameter.style ?? (/query|cookie/.test(parameter.in) ? 'form' : 'simple'))
  const shape = shapeOf(document, schema)
  const type = json ? 'json' : shape.type
  const { items, properties } = parts(document, schema)
  return {
    name: parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    type,
    ...(type === 'array' && { items: shapeOf(document, items ?? {}).type }),
    ...(type === 'object' && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, shapeOf(document, inner).type]),
      ),
    }),
    style,
    explode: parameter.explode ?? style === 'form',
    ...(shape.nullable && { nullable: true as const }),
    ...(shape.default !== undefined && { default: shape.default }),
  }
}

interface Shape {
  readonly type: ParameterType
  readonly nullable: boolean
  readonly default?: Json
}

function shapeOf(document: JsonObject, schema: unknown): Shape {
  const types = typesOf(document, schema, 0)
  const nullable = types.delete('null')
  if (types.has('number')) types.delete('integer')
  const [only] = types
  const type = types.size === 1 ? (only as ParameterType) : 'any'
  const value =
    (follow(document, schema) as JsonObject | undefined)?.default ?? (schema as JsonObject)?.default
  return { type, nullable, ...(value !== undefined && { default: value }) }
}

/** The JSON types a schema lets through; empty where it says nothing. */
function typesOf(document: JsonObject, schema: Raw, depth: number): Set<string> {
  if (schema === null || typeof schema !== 'object' || depth > 8) return new Set()
  const of = (one: unknown): Set<string> => typesOf(document, one, depth + 1)
  if (schema.type !== undefined) return new Set([schema.type].flat())
  if (schema.$ref) return of(follow(document, schema))
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  if (values) return new Set((values as unknown[]).map(jsonType))
  const either = (schema.oneOf ?? schema.anyOf) as unknown[] | undefined
  if (either) return new Set(either.flatMap((one) => [...of(one)]))
  const all = ((schema.allOf ?? []) as unknown[]).map(of).find((types) => types.size > 0)
  if (all) return all
  if (schema.properties) return new Set(['object'])
  return schema.items ? new Set(['array']) : new Set()
}

function jsonType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** `items` and `properties`, looked for through references and allOf. */
function parts(document: JsonObject, schema: unknown): { items?: unknown; properties: JsonObject } {
  const own = (follow(document, schema) ?? {}) as JsonObject
  const inherited = ((own.allOf ?? []) as unknown[]).map((one) => parts(document, one))
  return {
    items: own.items ?? inherited.find((one) => one.items !== undefined)?.items,
    properties: Object.assign({}, ...inherited.map((one) => one.properties), own.properties),
  }
}
