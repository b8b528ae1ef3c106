import type { JsonObject, Raw } from './source.ts'

/** The keys of a path item that are operations. */
export const methods = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
])

/** The value that a JSON pointer (`#/components/schemas/Post`) leads to, or undefined. */
export function lookUp(document: JsonObject, pointer: string): Raw {
  let value: Raw = document
  for (const step of pointer.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    value = value?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return value
}

/** A reference to a component, as it is written. */
export const refTo = (section: string, name: string): string =>
  `{ $ref: '#/components/${section}/${name}' }`

/**
 * The object itself, or what its `$ref` leads to, through any number of references. Undefined for
 * a reference that leads nowhere or in a circle.
 */
export function follow(document: JsonObject, node: Raw): Raw {
  const seen = new Set<string>()
  while (typeof node?.$ref === 'string') {
    if (seen.has(node.$ref) || !node.$ref.startsWith('#')) return undefined
    seen.add(node.$ref)
    node = lookUp(document, node.$ref)
  }
  return node
}
