import { isMap, isScalar, type Document, type YAMLMap } from 'yaml'
import { createAliasOf, treeOf, type AliasOf } from './anchors.ts'
import { lookUp, methods, refTo } from './document.ts'
import { scopeEdits, tagEdits, type Edit } from './insert-head.ts'
import { lineStart, linesOf } from './lines.ts'
import { capital } from './names.ts'
import { pathParametersOf, type PathParameter } from './path-parameters.ts'
import { skeletonOf, type Part, type Skeleton } from './skeleton.ts'
import type { JsonObject } from './source.ts'

/** An operation before it is described. */
export interface NewOperation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly tag: string
}

/**
 * The contract's text with a skeleton of one more operation, at its place in the order of the file.
 * That is among its path's methods, else behind the operations of its tag that come before it. With it
 * come its tag, its scope, and the body and the answer that it refers to, where they are not there.
 * Every other character stays. Lint asks for everything that the skeleton leaves open.
 *
 * @throws Error when the contract has the operation already, or is not written in YAML's block style
 */
export function withOperation(given: string, added: NewOperation): string {
  const text = given.endsWith('\n') ? given : `${given}\n`
  const tree = treeOf(text)
  const document = tree.toJS({ maxAliasCount: -1 }) as JsonObject
  const aliasOf = createAliasOf(tree)
  const paths = tree.get('paths', true)
  if (!isMap(paths) || paths.flow) throw new Error('only YAML in block style can be added to')
  refuse(document, added)
  const skeleton = skeletonOf(document, added, aliasOf)
  const parameters = document.paths[added.path]
    ? []
    : pathParametersOf(document, added.path, aliasOf)
  const parts = [...skeleton.parts, ...parameters.flatMap(({ part }) => part ?? [])]
  const security = securityOf(document, added)
  const operation = withParts(operationText(document, added, security, aliasOf), skeleton)
  const edits = [
    ...tagEdits(text, tree, added),
    operationEdit(text, tree, document, added, parameterLines(parameters), operation),
    ...scopeEdits(text, tree, document, security),
    ...parts.map((part) => partEdit(text, tree, document, part)),
  ]
  return edits
    .sort((a, b) => b.at - a.at || (a.text < b.text ? 1 : -1))
    .reduce((edited, { at, text: more }) => edited.slice(0, at) + more + edited.slice(at), text)
}

function operationEdit(
  text: string,
  tree: Document,
  document: JsonObject,
  added: NewOperation,
  ofPath: string,
  operation: string,
): Edit {
  const paths = tree.get('paths', true) as YAMLMap
  const item = document.paths[added.path]
  const root = tree.contents as YAMLMap
  if (item) {
    const at = paths.get(added.path, true) as unknown as YAMLMap
    const order = [...methods]
    const next = keys(at).find(
      ({ name }) => methods.has(name) && order.indexOf(name) > order.indexOf(added.method),
    )
    const end = next ? lineStart(text, next.offset) : endOf(text, root, paths, added.path)
    return { at: end, text: operation }
  }
  const before = predecessor(document, added)
  const block = `  ${added.path}:\n${ofPath}${operation}`
  return before
    ? { at: endOf(text, root, paths, before), text: `\n${block}` }
    : { at: lineStart(text, keys(paths)[0]?.offset ?? text.length), text: `${block}\n` }
}

/** Inserts a component near the one it was made after, as far as the names there are in order. */
function partEdit(text: string, tree: Document, document: JsonObject, part: Part): Edit {
  const { section, name, after, lines } = part
  const names = Object.keys(document.components[section])
  let place = names.indexOf(after)
  while (
    names[place + 1] !== undefined &&
    names[place]! < names[place + 1]! &&
    names[place + 1]! < name
  )
    place++
  while (place > 0 && names[place]! > name && names[place - 1]! < names[place]!) place--
  const [start, end] = linesOf(text, tree, ['components', section, names[place]!])
  const entry = [`    ${name}:`, ...lines.map((line) => `      ${line}`)].join('\n')
  return { at: names[place]! > name ? start : end, text: `${entry}\n` }
}

/** The body and the answer of the skeleton in place of a description. */
function withParts(operation: string, { response, body }: Skeleton): string {
  const described = /^( *)responses:\n( *'20[01]': )(.*)\n/m
  return operation.replace(
    described,
    (_, indent: string, status: string, description: string) =>
      (body ? `${indent}requestBody: ${refTo('requestBodies', body)}\n` : '') +
      `${indent}responses:\n${status}${response ? refTo('responses', response) : description}\n`,
  )
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

/** The rank in the file's order: the collection, one of it, its deletion, everything else. */
function rankOf(path: string, base: string): number {
  const rest = path.slice(base.length)
  if (path === base) return 0
  if (!path.startsWith(`${base}/`)) return 3
  return /^\/\{[^/]+\}$/.test(rest) ? 1 : /^\/\{[^/]+\}\/delete$/.test(rest) ? 2 : 3
}

function surfaceOf(tag: string): string {
  return tag.split('.')[0]!
}

function operationText(
  document: JsonObject,
  added: NewOperation,
  security: Security,
  aliasOf: AliasOf,
): string {
  const { method, operationId, tag } = added
  const words = operationId.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  const summary = capital(words)
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
    `  security: ${securityText(security)}`,
    ...(parameters.length > 0
      ? ['  parameters:', ...parameters.map((ref) => `    - { $ref: '${ref}' }`)]
      : []),
    '  responses:',
    `    '${/^create[A-Z]/.test(operationId) ? 201 : 200}': { description: ${summary}. }`,
    ...failuresOf(document, added, parameters, aliasOf),
  ]
  return lines.map((line) => `    ${line}\n`).join('')
}

/**
 * The failures of a new operation, as its neighbours have them: the ranges, and before them those that
 * its shape can give.
 */
function failuresOf(
  document: JsonObject,
  { method, path }: NewOperation,
  parameters: string[],
  aliasOf: AliasOf,
): string[] {
  const keyed = parameters.includes(String(shared(document, 'idempotency-key')))
  const rows: [status: string, response: string, wanted: boolean][] = [
    ['404', 'NotFound', path.includes('{')],
    ['409', 'Conflict', keyed],
    ['422', 'UnprocessableContent', method === 'post'],
    ['4XX', 'ClientError', true],
    ['5XX', 'ServerError', true],
    ['default', 'Failure', true],
  ]
  const given = rows
    .map(([status, name, wanted]) => ({ status, ref: `#/components/responses/${name}`, wanted }))
    .filter(({ ref, wanted }) => wanted && lookUp(document, ref))
  const alias = aliasOf(Object.fromEntries(given.map(({ status, ref }) => [status, { $ref: ref }])))
  if (alias) return [`    <<: ${alias}`]
  return given.map(({ status, ref }) => {
    const key = /^\d+$/.test(status) ? `'${status}'` : status
    return `    ${key}: { $ref: '${ref}' }`
  })
}

function parameterLines(parameters: readonly PathParameter[]): string {
  const rows = parameters.map(({ text }) => `      - ${text}\n`)
  return rows.length === 0 ? '' : `    parameters:\n${rows.join('')}`
}

/** The shared parameter of this name, as a reference. */
function shared(document: JsonObject, name: string): string | undefined {
  const found = Object.entries<JsonObject>(document.components?.parameters ?? {}).find(
    ([, one]) => one.name?.toLowerCase() === name,
  )
  return found && `#/components/parameters/${found[0]}`
}

/** The security of another operation of the tag that reads, or writes, as the new one does. */
function securityOf(document: JsonObject, { method, tag }: NewOperation): Security {
  const alike = Object.values<JsonObject>(document.paths)
    .flatMap((item) => Object.entries<JsonObject>(item))
    .find(
      ([key, one]) =>
        one?.tags?.[0] === tag && one.security && (key === 'get') === (method === 'get'),
    )
  const [scheme = 'bearerAuth'] = Object.keys(document.components?.securitySchemes ?? {})
  const scope = `${tag.split('.').at(-1)}:${method === 'get' ? 'read' : 'write'}`
  return (alike?.[1].security ?? [{ [scheme]: [scope] }]) as Security
}

type Security = readonly Record<string, string[]>[]

function securityText(entries: Security): string {
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

/** The end of a path's lines: before the blank lines and comments that lead to the next one. */
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
