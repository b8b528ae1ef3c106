import { follow, operationsOf } from './contract.js'

/** No `default` in a request body: generated clients would make the field required. */
export function bodyWithoutDefault() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const body = follow(root, operation.requestBody)
        for (const media of Object.values(body?.content ?? {})) {
          for (const field of defaults(root, media.schema, [], new Set())) {
            const message = `${name} has a default for ${field} in its body; say it in words instead.`
            ctx.report({ message, location })
          }
        }
      }
    },
  }
}

/** The fields below a schema that have a default, each once. */
function defaults(root, schema, path, seen) {
  const own = follow(root, schema)
  if (own === null || typeof own !== 'object' || seen.has(own)) return []
  seen.add(own)
  const below = [
    ...Object.entries(own.properties ?? {}),
    ...['items', 'additionalProperties', 'if', 'then', 'else'].map((key) => [key, own[key]]),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((key) => (own[key] ?? []).map((one) => [key, one])),
  ]
  const here = own.default === undefined ? [] : [path.join('.') || 'the whole']
  return [
    ...here,
    ...below.flatMap(([key, inner]) =>
      defaults(root, inner, key in (own.properties ?? {}) ? [...path, key] : path, seen),
    ),
  ]
}
