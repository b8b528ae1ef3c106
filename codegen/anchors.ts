import { isDeepStrictEqual } from 'node:util'
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  YAMLMap,
  YAMLParseError,
  YAMLSeq,
  type Alias,
  type Document,
  LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type ToStringOptions,
} from 'yaml'
import type { JsonObject } from './source.ts'

/** The entry of the root that holds what is written once; it is no part of the contract. */
export const shelf = 'x-anchors'

/** A contract's text as a tree in which aliases (`*name`) and merges (`<<: *name`) still stand. */
export function treeOf(text: string, lineCounter = new LineCounter()): Document {
  return parseDocument(text, { merge: true, uniqueKeys: false, lineCounter })
}

/** A contract's text as the document that it is, every alias and merge written out. */
export function documentOf(text: string): JsonObject {
  const tree = treeOf(text)
  writeOut(tree)
  return tree.toJS() as JsonObject
}

/**
 * Puts a copy of what it names in the place of each alias and of each merge. The anchors and their
 * shelf are taken away; the answer is whether there was any. Nodes keep the place that they have in the
 * text.
 *
 * @throws YAMLParseError where an alias has no anchor before it or stands within what it names, or a
 * merge is of no map
 */
export function writeOut(tree: Document): boolean {
  const targets = targetsOf(tree)
  if (targets.size > 0) createFill(targets)(tree.contents as Node)
  visit(tree, { Node: (_, node) => void ('anchor' in node && delete node.anchor) })
  const shelved = isMap(tree.contents) && tree.contents.delete(shelf)
  return shelved || targets.size > 0
}

/** The text of a tree that is written out, as people write it: `[a, b]`, but `{ a: b }`. */
export function textOf(tree: Document, options: ToStringOptions = {}): string {
  visit(tree, { Collection: (_, node) => padded(node), Scalar: quoted })
  return tree.toString({ ...options, lineWidth: 0 })
}

export type AliasOf = (value: unknown) => string | undefined

/** Asks for the alias (`*answer`) of the entry of the shelf that says the same as a value. */
export function createAliasOf(tree: Document): AliasOf {
  const entries: { anchor: string; value: unknown }[] = []
  const held = tree.get(shelf, true)
  if (isNode(held))
    visit(held, {
      Collection: (_, node) =>
        void (node.anchor && entries.push({ anchor: node.anchor, value: node.toJS(tree) })),
    })
  return (value) => {
    const found = entries.find((entry) => isDeepStrictEqual(entry.value, value))
    return found && `*${found.anchor}`
  }
}

/** The last anchor of a name that stands before the alias counts. */
function targetsOf(tree: Document): Map<Alias, Node> {
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  visit(tree, {
    Node: (_, node) => {
      if (!isAlias(node)) return void (node.anchor && anchors.set(node.anchor, node))
      const target = anchors.get(node.source)
      if (!target) throw fault(node, `*${node.source} has no anchor before it`)
      targets.set(node, target)
    },
  })
  return targets
}

/** Fills a node in its place, and what it names before that, so that copies are whole. */
function createFill(targets: ReadonlyMap<Alias, Node>): (node: Node) => Node {
  const done = new Set<Node>()
  const open = new Set<Node>()
  const fill = (node: Node): Node => {
    if (isAlias(node)) return fill(targets.get(node)!).clone() as Node
    if (!isCollection(node) || done.has(node)) return node
    if (open.has(node)) throw fault(node, `*${node.anchor} stands within what it names`)
    open.add(node)
    if (isMap(node)) fillMap(node)
    if (isSeq(node)) node.items = node.items.map((item) => fill(item as Node))
    open.delete(node)
    done.add(node)
    return node
  }
  /** Its own keys count, then those that are merged first. */
  const fillMap = (map: YAMLMap): void => {
    const taken = new Set(map.items.flatMap(({ key }) => (isMerge(key) ? [] : [String(key)])))
    map.items = map.items.flatMap((pair) => {
      if (isMerge(pair.key))
        return pairsOf(fill(pair.value as Node), pair.key as Node).filter(({ key }) => {
          const free = !taken.has(String(key))
          taken.add(String(key))
          return free
        })
      if (pair.value) pair.value = fill(pair.value as Node)
      return [pair]
    })
  }
  return fill
}

function pairsOf(merged: Node, key: Node): Pair[] {
  return (isSeq(merged) ? merged.items : [merged]).flatMap((map) => {
    if (!isMap(map)) throw fault(key, 'a merge (<<) is of no map')
    return map.items
  })
}

const isMerge = (key: unknown): boolean => isScalar(key) && typeof key.value === 'symbol'

function fault({ range }: Node, message: string): YAMLParseError {
  return new YAMLParseError([range?.[0] ?? 0, range?.[1] ?? 0], 'BAD_ALIAS', message)
}

/** Readers of YAML 1.1, as most languages have, end a plain text within brackets at a question mark. */
function quoted(_: unknown, node: Scalar, path: readonly unknown[]): void {
  const inFlow = path.some((parent) => isCollection(parent) && parent.flow)
  if (inFlow && node.type === 'PLAIN' && String(node.value).includes('?'))
    node.type = 'QUOTE_SINGLE'
}

/** Flow lists without spaces inside their brackets, flow maps with them. */
function padded(node: YAMLMap | YAMLSeq): void {
  const flowCollectionPadding = isMap(node) ? ' ' : ''
  const { toString } = isMap(node) ? YAMLMap.prototype : YAMLSeq.prototype
  node.toString = (context, ...more) =>
    toString.call(node, context && { ...context, flowCollectionPadding }, ...more)
}
