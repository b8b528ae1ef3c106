import { follow } from './document.ts'
import type { JsonObject } from './source.ts'

type Scalar = 'string' | 'integer' | 'number' | 'boolean'

/**
 * The type as which a field of a form is read. `file` is streamed aside, `json` is JSON in one field,
 * and a list of the rest may be repeated.
 */
export type FormField = Scalar | 'file' | 'json' | 'file[]' | `${Scalar}[]`

const scalars = new Set(['string', 'integer', 'number', 'boolean'])

/** The fields of a form by name, as its schema lists them. */
export function formFieldsOf(document: JsonObject, schema: JsonObject): Record<string, FormField> {
  const whole = follow(document, schema) as JsonObject | undefined
  const fields = Object.entries<JsonObject>(whole?.properties ?? {}).map(
    ([name, property]) => [name, fieldOf(document, property)] as const,
  )
  return Object.fromEntries(fields)
}

function fieldOf(document: JsonObject, property: JsonObject): FormField {
  const schema = (follow(document, property) ?? {}) as JsonObject
  const types = [schema.type ?? []].flat().filter((type: string) => type !== 'null')
  // A file: OpenAPI 3.0 says it by its format, 3.1 by a media type or by nothing at all.
  const silent = Object.keys(schema).every((keyword) => keyword === 'description')
  if (schema.format === 'binary' || schema.contentMediaType || silent) return 'file'
  const [type] = types.length === 1 ? types : []
  if (type === 'array' && schema.items) {
    const each = fieldOf(document, schema.items)
    return each === 'json' || each.endsWith('[]') ? 'json' : (`${each}[]` as FormField)
  }
  return scalars.has(type) ? (type as FormField) : type === undefined ? 'string' : 'json'
}
