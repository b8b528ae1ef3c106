import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, YAMLParseError, type Document, type Node } from 'yaml'
import { textOf, treeOf, writeOut } from './anchors.ts'
import { redocly } from './redocly.ts'

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
/** A piece of OpenAPI as its author wrote it; its reader asks for the members it needs. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an unknown here would be cast everywhere
export type JsonObject = { [key: string]: any }
export type Raw = JsonObject[string]

/** A position in the contract; both numbers count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A fault of the contract, and how it was repaired. */
export interface Fault extends Position {
  readonly rule: string
  readonly message: string
}

/** A contract as read: its text, the bundled document, and a way back from the one to the other. */
export interface Source {
  readonly file: string
  readonly text: string
  /** The text with every alias and merge written out; the text itself where it has none. */
  readonly plain: () => string
  /** SHA-256 of the text, hex. */
  readonly hash: string
  readonly document: JsonObject
  /** Whether the document was put together from several files. */
  readonly bundled: boolean
  readonly faults: readonly Fault[]
  /** The position of the key that `path` leads to, or of the nearest ancestor that exists. */
  position(path: readonly (string | number)[]): Position
}

/**
 * Reads an OpenAPI 3.0 or 3.1 file, YAML or JSON. A self-contained file is its own bundle; one that
 * refers to other files is bundled by Redocly first.
 *
 * @throws Error when the text is no YAML, no OpenAPI 3.0 or 3.1, or has neither paths nor webhooks
 */
export async function readSource(file: string): Promise<Source> {
  const text = await readFile(file, 'utf8')
  const lines = new LineCounter()
  const tree = treeOf(text, lines)
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const aliased = wholeOf(tree, (offset) => `${file}:${at(offset).line}`)
  const faults: Fault[] = duplicateKeys(tree).map(({ key, offset }) => ({
    rule: 'duplicate-key',
    message: `the key ${key} stands twice in one object; the last one counts`,
    ...at(offset),
  }))
  let document = tree.toJS() as JsonObject
  if (!/^3\.[01]\./.test(String(document?.openapi))) {
    throw new Error(`${file}: ${whatItIs(document)}`)
  }
  if (!document.paths && !document.webhooks) throw new Error(`${file}: no paths and no webhooks`)
  const bundled = refersOutside(document)
  if (bundled) document = await bundle(file)
  return {
    file,
    text,
    plain: () => (aliased ? textOf(tree) : text),
    hash: createHash('sha256').update(text).digest('hex'),
    document,
    bundled,
    faults,
    position: (path) => at(offsetOf(tree, path)),
  }
}

/** Whether aliases had to be written out. */
function wholeOf(tree: Document, place: (offset: number) => string): boolean {
  try {
    const [error] = tree.errors
    if (error) throw error
    return writeOut(tree)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new Error(`${place(error.pos[0])}: ${error.message.split('\n')[0]}`, { cause: error })
  }
}

async function bundle(file: string): Promise<JsonObject> {
  const dir = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    const out = join(dir, 'bundle.json')
    const { code, stderr } = await redocly(['bundle', file, '--output', out])
    if (code !== 0) throw new Error(`${file}: cannot be bundled: ${stderr}`)
    return JSON.parse(await readFile(out, 'utf8')) as JsonObject
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

function refersOutside(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(refersOutside)
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? !inner.startsWith('#') : refersOutside(inner),
  )
}

function offsetOf(tree: Document, path: readonly (string | number)[]): number {
  let node = tree.contents as Node | null
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === step)
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value as Node | null
    } else {
      const item = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
      if (!item) break
      offset = item.range?.[0] ?? offset
      node = item
    }
  }
  return offset
}

function duplicateKeys(tree: Document): { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = []
  const visit = (node: unknown): void => {
    if (isMap(node)) {
      const seen = new Set<string>()
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(name)) {
          found.push({ key: name, offset: (key as Node).range?.[0] ?? 0 })
        }
        seen.add(name)
        visit(value)
      }
    } else if (node !== null && typeof node === 'object' && 'items' in node) {
      for (const item of (node as { items: unknown[] }).items) visit(item)
    }
  }
  visit(tree.contents)
  return found
}

function whatItIs(document: JsonObject | undefined): string {
  const wanted = 'not an OpenAPI 3.0 or 3.1 document'
  if (!document?.swagger) return `${wanted} (openapi: ${document?.openapi})`
  return `${wanted} but Swagger ${document.swagger}: convert it, with swagger2openapi for example`
}
