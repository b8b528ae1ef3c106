import { isAlias, isNode, isPair, isScalar, LineCounter, visit, type Document } from 'yaml'
import { treeOf } from './anchors.ts'
import { methods } from './document.ts'
import { linesOf } from './lines.ts'
import type { JsonObject, Raw } from './source.ts'

/**
 * Reads a contract; the answer shows one operation of it with everything it refers to. That is what
 * holds for its path, its components and theirs in turn, and its security schemes. The events it emits
 * and what YAML puts in by an alias come with it. The lines are those of the file, each entry under a
 * comment with the number of its first one, so that it is YAML again.
 *
 * Throws where there is no such operation; the message has the names that are alike.
 */
export function createShow(text: string): (operationId: string) => string {
  const lines = new LineCounter()
  const tree = treeOf(text, lines)
  const document = tree.toJS({ maxAliasCount: -1 }) as JsonObject
  const anchored = createAnchored(tree)
  const entry = (at: Place): string => {
    const [start, end] = linesOf(text, tree, at)
    return `${'  '.repeat(at.length - 1)}# line ${lines.linePos(start).line}\n${text.slice(start, end)}`
  }
  return (operationId) => {
    const [path, method] = placeOf(document, operationId)
    const ofPath = Object.keys(document.paths[path]).filter((key) => !methods.has(key))
    const from = [...ofPath, method].map((key) => ['paths', path, key])
    return printed(sortedAsIn(document, closure(document, from, anchored)), entry)
  }
}

type Place = readonly string[]

function placeOf(
  document: JsonObject,
  operationId: string,
): readonly [path: string, method: string] {
  const all = Object.entries<JsonObject>(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries<JsonObject>(item).map(([method, one]) => ({
      path,
      method,
      id: one?.operationId,
    })),
  )
  const found = all.find(({ id }) => id === operationId)
  if (found) return [found.path, found.method]
  const noun = operationId.replace(/^[a-z]+/, '').replace(/s$/, '')
  const alike = all.flatMap(({ id }) => (id && noun && id.includes(noun) ? [id as string] : []))
  throw new Error(
    `there is no operation ${operationId}` + (alike.length > 0 ? `; but ${alike.join(', ')}` : ''),
  )
}

/** The entries and all that they lead to, each once. */
function closure(
  document: JsonObject,
  from: readonly Place[],
  anchored: (at: Place) => Place[],
): Place[] {
  const seen = new Map<string, Place>()
  const open = [...from]
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at.join('\n'))) continue
    const value = at.reduce<Raw>((node, step) => node?.[step], document)
    if (value === undefined) continue
    seen.set(at.join('\n'), at)
    open.push(...leadsTo(value), ...anchored(at))
  }
  return [...seen.values()]
}

/** Asks for the entries that have the anchors of an entry's aliases. */
function createAnchored(tree: Document): (at: Place) => Place[] {
  const places = new Map<string, Place>()
  visit(tree, {
    Node: (_, node, path) => {
      if (isAlias(node) || !node.anchor) return
      const keys = path.flatMap((each) =>
        isPair(each) && isScalar(each.key) ? [String(each.key.value)] : [],
      )
      places.set(node.anchor, keys.slice(0, 3))
    },
  })
  return (at) => {
    const found: Place[] = []
    const node = tree.getIn(at, true)
    const take = (alias: { source: string }) => void found.push(places.get(alias.source) ?? at)
    if (isAlias(node)) take(node)
    else if (isNode(node)) visit(node, { Alias: (_, alias) => take(alias) })
    return found
  }
}

/** References, schemes of `security`, events of `x-emits`. */
function leadsTo(node: Raw): Place[] {
  if (typeof node === 'string' && node.startsWith('#/components/')) return [componentOf(node)]
  if (node === null || typeof node !== 'object') return []
  return Object.entries<Raw>(node).flatMap(([key, value]) => {
    if (key === 'security')
      return (value as JsonObject[])
        .flatMap((alternative) => Object.keys(alternative))
        .map((scheme) => ['components', 'securitySchemes', scheme])
    if (key === 'x-emits') return (value as string[]).map((type) => ['webhooks', type])
    return leadsTo(value)
  })
}

/** A reference into a component needs all of it. */
const componentOf = (pointer: string): Place =>
  pointer
    .split('/')
    .slice(1, 4)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

function sortedAsIn(document: JsonObject, places: readonly Place[]): Place[] {
  const rank = (at: Place): number[] => {
    let node: Raw = document
    return at.map((step) => {
      const place = Object.keys(node).indexOf(step)
      node = node[step]
      return place
    })
  }
  return places
    .map((at) => ({ at, rank: rank(at) }))
    .sort(
      (a, b) => a.rank.map((each, i) => each - b.rank[i]!).find((difference) => difference) ?? 0,
    )
    .map(({ at }) => at)
}

/** Entries below the keys that lead to them, each of which stands once. */
function printed(places: readonly Place[], entry: (at: Place) => string): string {
  let before: Place = []
  let out = ''
  for (const at of places) {
    const shared = at.findIndex((step, i) => step !== before[i])
    for (const [i, step] of at.slice(0, -1).entries())
      if (i >= shared) out += `${'  '.repeat(i)}${step}:\n`
    out += entry(at)
    before = at
  }
  return out
}
