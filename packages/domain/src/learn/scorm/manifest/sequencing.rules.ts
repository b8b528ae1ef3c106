import type { Json } from './package-manifest.ts'
import { attributeOf, childrenOf, type Element } from './xml.rules.ts'

/** Elements that stand in lists, even where one is alone. */
const REPEATED = new Set([
  ...['preConditionRule', 'exitConditionRule', 'postConditionRule', 'ruleCondition'],
  ...['rollupRule', 'rollupCondition', 'objective', 'mapInfo', 'map', 'hideLMSUI', 'dependency'],
])

/** An element as JSON: attributes by their names, true and false as such, children by theirs. */
export function jsonOf(element: Element): Json {
  const json: Record<string, unknown> = {}
  const own = element.attributes.filter(({ name, ns }) => name !== 'xmlns' && !isDeclared(ns))
  for (const { name, value } of own) json[name] = valueOf(value)
  for (const child of element.children) {
    const value = isPlain(child) ? valueOf(child.text.trim()) : jsonOf(child)
    const before = json[child.name]
    if (REPEATED.has(child.name)) json[child.name] = [...((before as unknown[]) ?? []), value]
    else json[child.name] = value
  }
  return json
}

const isDeclared = (ns: string): boolean => ns.endsWith('/xmlns/')
const isPlain = ({ attributes, children }: Element): boolean =>
  attributes.length === 0 && children.length === 0

function valueOf(value: string): string | boolean | number {
  if (value === 'true' || value === 'false') return value === 'true'
  return /^-?\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : value
}

/** Shared sequencing, which items take by `IDRef`, by its `ID`. */
export type Collection = ReadonlyMap<string, Element>

export const collectionOf = (root: Element): Collection =>
  new Map(
    childrenOf(root, 'sequencingCollection')
      .flatMap((collection) => childrenOf(collection, 'sequencing'))
      .flatMap((each) => {
        const id = attributeOf(each, 'ID')?.value
        return id === undefined ? [] : [[id, each] as const]
      }),
  )

/** The sequencing of an item or organization; its own elements win over those of the collection (SN 3.2). */
export function sequencingOf(element: Element, collection: Collection): Json | null {
  const [own] = childrenOf(element, 'sequencing')
  if (!own) return null
  const shared = collection.get(attributeOf(own, 'IDRef')?.value ?? '')
  const { ID: _id, ...taken } = shared ? jsonOf(shared) : ({} as Json)
  const { IDRef: _ref, ...local } = jsonOf(own)
  return { ...taken, ...local }
}
