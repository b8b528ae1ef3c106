import { follow } from './document.ts'
import type { JsonObject } from './source.ts'

/** The kinds of bodies, by media type. `form` is URL-encoded, `multipart` any of its subtypes. */
export type BodyKind = 'json' | 'text' | 'bytes' | 'form' | 'multipart'

/** The kinds of answers; an `envelope` is JSON that carries the `request_id`. */
export type AnswerKind = 'envelope' | 'json' | 'text' | 'bytes' | 'multipart'

/** The media type in lower case, without its parameters. */
export const plainType = (mediaType: string): string =>
  mediaType.toLowerCase().split(';')[0]!.trim()

/**
 * The kind of body that a media type stands for; an unknown one is bytes. With `x-raw` any is: its text is handed
 * over, and answered, as it is.
 */
export function kindOf(mediaType: string, media?: JsonObject): BodyKind {
  if (media?.['x-raw'] === true) return 'bytes'
  const type = plainType(mediaType)
  if (/^[^/]+\/(?:[^/]+\+)?json$/.test(type)) return 'json'
  if (type === 'application/x-www-form-urlencoded') return 'form'
  if (type.startsWith('multipart/')) return 'multipart'
  return type.startsWith('text/') ? 'text' : 'bytes'
}

/** The media types of one answer, each with how it is written; none where it has no content. */
export function contentOf(
  document: JsonObject,
  response: JsonObject | undefined,
): Record<string, AnswerKind> {
  const content = Object.entries<JsonObject>(response?.content ?? {})
  return Object.fromEntries(
    content.map(([type, media]) => [plainType(type), answerKindOf(document, type, media)]),
  )
}

function answerKindOf(document: JsonObject, type: string, media: JsonObject): AnswerKind {
  const kind = kindOf(type, media)
  const schema: unknown = media?.schema
  if (kind === 'form') return 'text'
  const json = kind === 'json' || (type.includes('*') && isStructure(document, schema))
  if (!json) return kind as AnswerKind
  return has(document, schema, 'request_id') ? 'envelope' : 'json'
}

/** A range of media types says nothing; a schema of an object or a list says that it is JSON. */
function isStructure(document: JsonObject, schema: unknown): boolean {
  const own = (follow(document, schema) ?? {}) as JsonObject
  const types = [own.type ?? []].flat()
  return (
    Boolean(own.properties ?? own.items ?? own.allOf ?? own.oneOf ?? own.anyOf) ||
    types.some((type) => type === 'object' || type === 'array')
  )
}

/** Whether a schema lists a property, itself or in what it is composed of. */
function has(document: JsonObject, schema: unknown, name: string, depth = 0): boolean {
  const own = follow(document, schema) as JsonObject | undefined
  if (own === null || typeof own !== 'object' || depth > 8) return false
  if (Object.hasOwn(own.properties ?? {}, name)) return true
  return ['allOf', 'oneOf', 'anyOf'].some((key) =>
    ((own[key] ?? []) as unknown[]).some((one) => has(document, one, name, depth + 1)),
  )
}

/**
 * The most bytes of a body of bytes: `x-max-bytes` of its schema. `maxLength` counts the characters of a
 * text, and clients in Go ask it of the file.
 */
export const mostBytesOf = (document: JsonObject, schema: unknown): number | undefined =>
  (follow(document, schema) as JsonObject | undefined)?.['x-max-bytes']

/** Every header that some answer of the contract declares, failures included, in its order. */
export function answerHeadersOf(document: JsonObject): string[] {
  const names = new Map<string, string>()
  const take = (response: unknown): void => {
    const headers = (follow(document, response) as JsonObject | undefined)?.headers ?? {}
    for (const name of Object.keys(headers))
      if (name.toLowerCase() !== 'content-type' && !names.has(name.toLowerCase()))
        names.set(name.toLowerCase(), name)
  }
  for (const item of Object.values<JsonObject>(document.paths ?? {}))
    for (const operation of Object.values<JsonObject>(item))
      for (const response of Object.values(operation?.responses ?? {})) take(response)
  return [...names.values()]
}
