import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml'
import { lookUp, methods } from './document.ts'
import type { JsonObject } from './source.ts'

/** An operation before it is described. */
export interface NewOperation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly tag: string
}

/**
 * The contract's text with a skeleton of one more operation, at its place in the order of the file:
 * among its path's methods, else behind the operations of its tag that come before it. Every other
 * character stays. What the skeleton leaves open, lint asks for.
 *
 * @throws Error when the contract has the operation already, or is not written in YAML's block style
 */
export function withOperation(text: string, added: NewOperation): string {
  const tree = parseDocument(text)
  const document = tree.toJS() as JsonObject
  const paths = tree.get('paths', true)
  if (!isMap(paths) || paths.flow) throw new Error('only YAML in block style can be added to')
  refuse(document, added)
  const item = document.paths[added.path]
  if (item) {
    const at = paths.get(added.path, true) as unknown as YAMLMap
    const order = [...methods]
    const next = keys(at).find(
      ({ name }) => methods.has(name) && order.indexOf(name) > order.indexOf(added.method),
    )
    const end = next
      ? lineStart(text, next.offset)
      : endOf(text, tree.contents as YAMLMap, paths, added.path)
    return insert(text, end, operationText(document, added))
  }
  const before = predecessor(document, added)
  const end = before
    ? endOf(text, tree.contents as YAMLMap, paths, before)
    : lineStart(text, keys(paths)[0]?.offset ?? text.length)
  const block = `  ${added.path}:\n${pathParameters(document, added)}${operationText(document, added)}`
  return before ? insert(text, end, `\n${block}`) : insert(text, end, `${block}\n`)
}

function refuse(document: JsonObject, { path, method, operationId }: NewOperation): void {
  if (!methods.has(method)) throw new Error(`${method} is no method`)
  if (!/^[a-z][A-Za-z0-9]*$/.test(operationId))
    throw new Error(`${operationId} is no operationId: a verb and a noun, as in listPosts`)
  if (!path.startsWith('/')) throw new Error(`${path} is no path: it begins with /`)
  if (document.paths[path]?.[method]) throw new Error(`${method} ${path} is there already`)
  const taken = Object.values<JsonObject>(document.paths)
    .flatMap((item) => Object.values<JsonObject>(item))
    .some((operation) => operation?.operationId === operationId)
  if (taken) throw new Error(`there is an operation ${operationId} already`)
}

/** The path that the new one stands behind; undefined when it is the first. */
function predecessor(document: JsonObject, added: NewOperation): string | undefined {
  const surfaces = ((document['x-tagGroups'] ?? []) as JsonObject[])
    .flatMap((group) => group.tags as string[])
    .map(surfaceOf)
  const rows = Object.entries<JsonObject>(document.paths).map(([path, item]) => {
    const operation = Object.entries<JsonObject>(item).find(([key]) => methods.has(key))?.[1]
    return { path, tag: String(operation?.tags?.[0] ?? '') }
  })
  const sameTag = rows.filter(({ tag }) => tag === added.tag)
  const base = sameTag[0]?.path ?? added.path
  const surfaceAt = (tag: string): number => {
    const at = surfaces.indexOf(surfaceOf(tag))
    return at < 0 ? surfaces.length : at
  }
  const place = ({ path, tag }: { path: string; tag: string }) =>
    [surfaceAt(tag), tag, tag === added.tag ? rankOf(path, base) : 0] as const
  if (surfaces.length === 0) return (sameTag.at(-1) ?? rows.at(-1))?.path
  const mine = place(added)
  return rows.findLast((row) => compare(place(row), mine) <= 0)?.path
}

type Place = readonly [surface: number, tag: string, rank: number]

function compare(a: Place, b: Place): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0) || a[2] - b[2]
}

/** The collection, one of it, its deletion, everything else. */
function rankOf(path: string, base: string): number {
  const rest = path.slice(base.length)
  if (path === base) return 0
  if (!path.startsWith(`${base}/`)) return 3
  return /^\/\{[^/]+\}$/.test(rest) ? 1 : /^\/\{[^/]+\}\/delete$/.test(rest) ? 2 : 3
}

function surfaceOf(tag: string): string {
  return tag.split('.')[0]!
}

function operationText(document: JsonObject, added: NewOperation): string {
  const { method, operationId, tag } = added
  const words = operationId.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  const summary = words.charAt(0).toUpperCase() + words.slice(1)
  const parameters = [
    ...(method === 'get' && /^list[A-Z]/.test(operationId) ? ['cursor', 'limit'] : []),
    ...(method === 'post' ? ['idempotency-key'] : []),
  ].flatMap((name) => shared(document, name) ?? [])
  const lines = [
    `${method}:`,
    `  operationId: ${operationId}`,
    `  tags: [${tag}]`,
    `  summary: ${summary}`,
    `  x-since: ${document.info?.version}`,
    `  security: ${securityOf(document, added)}`,
    ...(parameters.length > 0
      ? ['  parameters:', ...parameters.map((ref) => `    - { $ref: '${ref}' }`)]
      : []),
    '  responses:',
    `    '${/^create[A-Z]/.test(operationId) ? 201 : 200}': { description: ${summary}. }`,
    ...(lookUp(document, '#/components/responses/Error')
      ? ["    default: { $ref: '#/components/responses/Error' }"]
      : []),
  ]
  return lines.map((line) => `    ${line}\n`).join('')
}

function pathParameters(document: JsonObject, { path }: NewOperation): string {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!)
  if (names.length === 0) return ''
  const rows = names.map((name) => {
    const ref = shared(document, name, 'path')
    return ref
      ? `      - { $ref: '${ref}' }\n`
      : `      - { name: ${name}, in: path, required: true, schema: { type: string }, example: a }\n`
  })
  return `    parameters:\n${rows.join('')}`
}

/** The shared parameter of this name, as a reference. */
function shared(document: JsonObject, name: string, place?: string): string | undefined {
  const found = Object.entries<JsonObject>(document.components?.parameters ?? {}).find(
    ([, one]) => one.name?.toLowerCase() === name && (place ?? one.in) === one.in,
  )
  return found && `#/components/parameters/${found[0]}`
}

/** As another operation of the tag that reads, or writes, as this one does. */
function securityOf(document: JsonObject, { method, tag }: NewOperation): string {
  const alike = Object.values<JsonObject>(document.paths)
    .flatMap((item) => Object.entries<JsonObject>(item))
    .find(
      ([key, one]) =>
        one?.tags?.[0] === tag && one.security && (key === 'get') === (method === 'get'),
    )
  const [scheme = 'bearerAuth'] = Object.keys(document.components?.securitySchemes ?? {})
  const scope = `${tag.split('.').at(-1)}:${method === 'get' ? 'read' : 'write'}`
  const entries = (alike?.[1].security ?? [{ [scheme]: [scope] }]) as Record<string, string[]>[]
  const written = entries.map((entry) => {
    const asked = Object.entries(entry).map(
      ([name, scopes]) => `${name}: [${scopes.map((one) => `'${one}'`).join(', ')}]`,
    )
    return `{ ${asked.join(', ')} }`
  })
  return `[${written.join(', ')}]`
}

function keys(map: YAMLMap): { name: string; offset: number }[] {
  return map.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [{ name: String(key.value), offset: key.range[0] }] : [],
  )
}

/** Where the lines of a path end: before the blank lines and comments that lead to what follows. */
function endOf(text: string, root: YAMLMap, paths: YAMLMap, path: string): number {
  const siblings = keys(paths)
  const own = siblings.findIndex(({ name }) => name === path)
  const following =
    siblings[own + 1]?.offset ??
    keys(root).find(({ offset }) => offset > siblings[own]!.offset)?.offset ??
    text.length
  let end = lineStart(text, following)
  for (;;) {
    const start = lineStart(text, end - 1)
    if (start >= end || !/^\s*(#.*)?$/.test(text.slice(start, end).trimEnd())) return end
    end = start
  }
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function insert(text: string, offset: number, added: string): string {
  const head = text.slice(0, offset)
  return (head === '' || head.endsWith('\n') ? head : `${head}\n`) + added + text.slice(offset)
}
