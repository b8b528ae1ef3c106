import { follow } from './document.ts'
import type { JsonObject } from './source.ts'

/** Schemas that other schemas refer to are registered under this, so that each compiles once. */
const base = 'https://contract.invalid'

export type Schema = boolean | JsonObject

/** Turns schemas of the contract into JSON Schema 2020-12, as they hold for a request. */
export interface SchemaReader {
  /** The schema without annotations, its references absolute. */
  request(schema: unknown): Schema
  /** Every schema that was referred to so far, by its absolute id. */
  referenced(): ReadonlyMap<string, Schema>
}

/**
 * @param document the bundled contract that `$ref`s lead into
 */
export function schemaReader(document: JsonObject): SchemaReader {
  const known = new Map<string, Schema>()

  const reference = (pointer: string): JsonObject => {
    const id = base + pointer.slice(1)
    if (!known.has(id)) {
      known.set(id, true) // before its own schema is read: it may refer to itself
      const schema = request(follow(document, { $ref: pointer }))
      known.set(
        id,
        typeof schema === 'boolean' ? { $id: id, allOf: [schema] } : { $id: id, ...schema },
      )
    }
    return { $ref: id }
  }

  const request = (schema: unknown): Schema => {
    if (typeof schema === 'boolean') return schema
    if (schema === null || typeof schema !== 'object') return true
    const own = { ...(schema as JsonObject) }
    if (isNever(own)) return false
    const union = discriminated(own)
    if (union) return union
    const result: JsonObject = {}
    for (const [keyword, value] of Object.entries(own)) {
      if (keyword === '$ref') Object.assign(result, reference(value as string))
      else if (one.has(keyword)) result[keyword] = request(value)
      else if (several.has(keyword)) result[keyword] = (value as unknown[]).map(request)
      else if (named.has(keyword)) result[keyword] = mapped(value as JsonObject)
      else if (plain.has(keyword)) result[keyword] = value
    }
    if (own['x-unique-items'] === true) result.uniqueItems = true
    bounds(own, result)
    text(own, result)
    readOnly(own, result)
    return result
  }

  const mapped = (schemas: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, request(schema)]))

  /** A field that only answers may hold is refused in a request, and never asked for. */
  const readOnly = (own: JsonObject, result: JsonObject): void => {
    for (const [name, property] of Object.entries<JsonObject>(own.properties ?? {})) {
      if (property?.readOnly !== true && follow(document, property)?.readOnly !== true) continue
      result.properties[name] = { readOnly: true }
      const required = (result.required as string[] | undefined)?.filter((other) => other !== name)
      if (required?.length) result.required = required
      else delete result.required
    }
  }

  /** With a discriminator the tag alone decides which schema holds, so only its faults are told. */
  const discriminated = (own: JsonObject): JsonObject | undefined => {
    const tag = own.discriminator?.propertyName as string | undefined
    const members = (own.oneOf ?? own.anyOf) as JsonObject[] | undefined
    if (!tag || !members?.every((member) => typeof member?.$ref === 'string')) return undefined
    const choices = members.flatMap((member) =>
      tagValues(own.discriminator.mapping ?? {}, member.$ref, tag).map((value) => ({
        value,
        member,
      })),
    )
    return {
      type: 'object',
      required: [tag],
      properties: { [tag]: { enum: choices.map(({ value }) => value) } },
      allOf: choices.map(({ value, member }) => ({
        if: { required: [tag], properties: { [tag]: { const: value } } },
        then: reference(member.$ref),
      })),
    }
  }

  const tagValues = (mapping: JsonObject, pointer: string, tag: string): unknown[] => {
    const name = pointer.split('/').at(-1)!
    const mapped = Object.keys(mapping).filter(
      (key) => mapping[key] === pointer || mapping[key] === name,
    )
    if (mapped.length > 0) return mapped
    const declared = follow(document, follow(document, { $ref: pointer })?.properties?.[tag])
    if (declared?.const !== undefined) return [declared.const]
    return declared?.enum ?? [name]
  }

  return { request, referenced: () => known }
}

const one = new Set(
  (
    'additionalProperties contains else if items not propertyNames then unevaluatedItems ' +
    'unevaluatedProperties'
  ).split(' '),
)
const several = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const named = new Set(['dependentSchemas', 'patternProperties', 'properties'])
const plain = new Set(
  (
    'const dependentRequired enum exclusiveMaximum exclusiveMinimum maxContains maximum maxItems ' +
    'maxLength maxProperties minContains minimum minItems minLength minProperties multipleOf ' +
    'required type uniqueItems'
  ).split(' '),
)

/** The formats that Ajv checks, beside `line`, which is ours; every other one is a remark. */
const formats = new Set(
  (
    'byte date date-time duration email hostname int32 ipv4 ipv6 iso-date-time iso-time ' +
    'json-pointer regex relative-json-pointer time uri uri-reference uri-template url uuid'
  ).split(' '),
)

/** `{ not: {} }` is `false`, written for readers that know no boolean schemas. */
function isNever(own: JsonObject): boolean {
  const { not } = own
  const any = not !== null && typeof not === 'object' && Object.keys(not).length === 0
  return any && Object.keys(own).length === 1
}

/** 64 bits are more than a number can tell apart; what is beyond them is refused all the same. */
function bounds(own: JsonObject, result: JsonObject): void {
  if (own.format !== 'int64') return
  result.minimum ??= -(2 ** 63)
  result.maximum ??= 2 ** 63
}

function text(own: JsonObject, result: JsonObject): void {
  if (formats.has(own.format)) result.format = own.format
  if (own.format === 'line') result.line = true
  if (typeof own.pattern === 'string' && compiles(own.pattern)) result.pattern = own.pattern
}

/** A pattern that is no ECMA-262 expression says nothing that could be checked. */
export function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
