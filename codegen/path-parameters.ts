import { stringify } from 'yaml'
import { refTo } from './document.ts'
import { pascal, singular } from './names.ts'
import type { AliasOf } from './anchors.ts'
import type { Part } from './skeleton.ts'
import type { JsonObject } from './source.ts'

/** A parameter of a new path: the shared one that it refers to, or what it says of its own. */
export interface PathParameter {
  readonly text: string
  /** The shared parameter where it has to be made. */
  readonly part?: Part
}

/**
 * The shared parameter of each placeholder. Where every resource has one of its own, which carries its
 * example, the resource gets one too: `DraftId` beside `PostId`.
 */
export function pathParametersOf(
  document: JsonObject,
  path: string,
  aliasOf: AliasOf,
): PathParameter[] {
  const shared = Object.entries<JsonObject>(document.components?.parameters ?? {})
  return [...path.matchAll(/([^/]*)\/\{([^}]+)\}/g)].map(([, many = '', name = '']) => {
    const named = shared.filter(([, one]) => one.in === 'path' && one.name === name)
    const [first] = named
    if (!first)
      return {
        text: `{ name: ${name}, in: path, required: true, schema: { type: string }, example: a }`,
      }
    const own = `${singular(pascal(many))}${pascal(name)}`
    const there = named.find(([key]) => key === own) ?? (named.length === 1 ? first : undefined)
    if (there) return { text: refTo('parameters', there[0]) }
    const [after, { schema }] = first
    const alias = aliasOf({ name, in: 'path', required: true })
    const lines = [
      ...(alias ? [`<<: ${alias}`] : [`name: ${name}`, 'in: path', 'required: true']),
      `schema: ${stringify(schema, { collectionStyle: 'flow', singleQuote: true }).trim()}`,
      `example: ${JSON.stringify(first[1].example ?? 1)}`,
    ]
    return {
      text: refTo('parameters', own),
      part: { section: 'parameters', name: own, after, lines },
    }
  })
}
