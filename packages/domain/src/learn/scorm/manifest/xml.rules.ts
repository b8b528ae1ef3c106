import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodedXml } from './decoding.rules.ts'

/** An element with its namespace, in place of whatever prefix its file has chosen. */
export interface Element {
  readonly name: string
  readonly ns: string
  readonly attributes: readonly Attribute[]
  readonly children: readonly Element[]
  /** Its own text. */
  readonly text: string
}

/** An attribute; without a prefix its namespace is empty. */
export interface Attribute {
  readonly name: string
  readonly ns: string
  readonly value: string
}

/** The outcome of reading: a root, or why there is none. */
export type ReadXml =
  | { readonly root: Element; readonly hasDoctype: boolean; readonly isGuessed: boolean }
  | { readonly fault: 'encoding' | 'entities' | 'broken_xml'; readonly message: string }

const MOST_DEPTH = 100
export const XML_NS = 'http://www.w3.org/XML/1998/namespace'

const CDATA = '#cdata'

const PARSER = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' },
  ...{ parseTagValue: false, parseAttributeValue: false, trimValues: false },
  ...{ processEntities: false, ignoreDeclaration: true, ignorePiTags: true },
  cdataPropName: CDATA,
  maxNestedTags: MOST_DEPTH,
})

/**
 * Reads an XML file. Entities that it declares are refused, before anything is expanded; a document type without them is
 * left out. No address in it is ever asked for.
 */
export function readXml(bytes: Buffer): ReadXml {
  const decoded = decodedXml(bytes)
  if (!decoded) return refused('encoding', 'The encoding that it declares is not known.')
  const { text, isGuessed } = decoded
  const doctype = doctypeOf(text)
  if (doctype && /<!ENTITY/i.test(doctype.text))
    return refused('entities', 'It declares entities, which no package may.')
  const bare = doctype
    ? text.slice(0, doctype.start) + text.slice(doctype.start + doctype.text.length)
    : text
  const valid = XMLValidator.validate(bare)
  if (valid !== true) {
    const { msg, line, col } = valid.err
    return refused('broken_xml', `It is no XML, at line ${line}, column ${col}: ${msg}`)
  }
  try {
    const [root] = elementsOf(PARSER.parse(bare) as Parsed[], { '': '', xml: XML_NS })
    if (!root) return refused('broken_xml', 'It has no root element.')
    return { root, hasDoctype: doctype !== undefined, isGuessed }
  } catch (error) {
    return refused('broken_xml', `It is no XML that can be read: ${(error as Error).message}`)
  }
}

const refused = (fault: 'encoding' | 'entities' | 'broken_xml', message: string): ReadXml => ({
  fault,
  message: message.slice(0, 500),
})

/** The document type, which stands before the root element among comments and instructions. */
function doctypeOf(text: string): { start: number; text: string } | undefined {
  const before = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/.exec(text)?.[0].length ?? 0
  if (!/^<!DOCTYPE/i.test(text.slice(before, before + 9))) return undefined
  const whole = /^<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*(?:\[[^]*?\]\s*)?>/i.exec(text.slice(before))
  // One that never ends is told by the validator, as is all after it.
  return { start: before, text: whole?.[0] ?? text.slice(before) }
}

type Parsed = Readonly<Record<string, unknown>>
type Scope = Readonly<Record<string, string>>

function elementsOf(nodes: readonly Parsed[], scope: Scope): Element[] {
  return nodes.flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ':@')
    if (tag === undefined || /^[#?]/.test(tag)) return []
    const written = Object.entries((node[':@'] ?? {}) as Record<string, string>)
    const inner: Record<string, string> = { ...scope }
    for (const [key, value] of written) {
      const [, prefix] = /^xmlns(?::(.+))?$/.exec(key) ?? []
      if (key.startsWith('xmlns')) inner[prefix ?? ''] = plainText(value)
    }
    const children = node[tag] as readonly Parsed[]
    return [
      {
        ...named(tag, inner, inner[''] ?? ''),
        attributes: written.map(([key, value]) => ({
          ...named(key, inner, ''),
          value: plainText(value),
        })),
        children: elementsOf(children, inner),
        text: children.map(ownText).join(''),
      },
    ]
  })
}

/** The text of a node; in a CDATA section nothing is an entity. */
const ownText = (node: Parsed): string =>
  CDATA in node
    ? (node[CDATA] as readonly Parsed[]).map((each) => each['#text'] ?? '').join('')
    : plainText(String(node['#text'] ?? ''))

function named(written: string, scope: Scope, otherwise: string): { name: string; ns: string } {
  const at = written.indexOf(':')
  if (at === -1) return { name: written, ns: otherwise }
  return { name: written.slice(at + 1), ns: scope[written.slice(0, at)] ?? '' }
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
}

/** A text with the five entities that XML has, and with characters by their number. */
const plainText = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, n, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole
      const code = hex === undefined ? Number(n) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

/** The first child of a name, whatever its namespace. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name)

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The text of a child without the space around it; `undefined` where it is empty. */
export const textOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.text.trim() || undefined

/** An attribute by its name, in whatever namespace and letter case. */
export const attributeOf = (element: Element | undefined, name: string): Attribute | undefined =>
  element?.attributes.find((each) => each.name === name) ??
  element?.attributes.find((each) => each.name.toLowerCase() === name.toLowerCase())
