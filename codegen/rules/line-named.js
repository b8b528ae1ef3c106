import { follow, operationsOf } from './contract.js'

/** A name that a person gives to something is one line of text. */
const names = /^(?:title|name|label|subject|display_name)$/

/**
 * In a request body a text that is called `title`, `name`, `label`, `subject` or `display_name` has
 * `format: line`. Texts with values, a pattern or a format of their own are left out. A line says how
 * long it may be. An operation that takes any text (`x-any-text`) makes its lines itself.
 */
export function lineNamed() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        if (operation['x-any-text']) continue
        const body = follow(root, operation.requestBody)
        for (const media of Object.values(body?.content ?? {})) {
          for (const message of faults(root, media.schema, [], new Set())) {
            ctx.report({ message: `${name}: ${message}`, location })
          }
        }
      }
    },
  }
}

function faults(root, schema, path, seen) {
  const own = follow(root, schema)
  if (own === null || typeof own !== 'object' || seen.has(own)) return []
  const properties = Object.entries(own.properties ?? {})
  if (properties.length > 0) seen.add(own)
  const below = [
    ...properties.map(([name, inner]) => [[...path, name], inner]),
    ...['items', 'additionalProperties', 'if', 'then', 'else'].map((key) => [path, own[key]]),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((key) => (own[key] ?? []).map((one) => [path, one])),
  ]
  return [...faultOf(own, path), ...below.flatMap(([at, inner]) => faults(root, inner, at, seen))]
}

function faultOf(own, path) {
  if (![own.type].flat().includes('string')) return []
  const field = path.join('.')
  if (own.format === 'line') {
    return own.maxLength === undefined ? [`the line ${field} must have a maxLength.`] : []
  }
  const closed = own.enum ?? own.const ?? own.pattern ?? own.format
  return names.test(path.at(-1)) && closed === undefined
    ? [`${field} is one line of text and must have \`format: line\`.`]
    : []
}
