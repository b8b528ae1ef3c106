import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml'
import type { NewOperation } from './insert.ts'
import { lineStart, linesOf } from './lines.ts'
import { capital } from './names.ts'
import type { JsonObject } from './source.ts'

/** Text that comes to stand at an offset of the file. */
export interface Edit {
  readonly at: number
  readonly text: string
}

/** The tag of a new operation where the contract does not list it: at its place in `tags` and in its group. */
export function tagEdits(text: string, tree: Document, { tag }: NewOperation): Edit[] {
  const [surface = '', resource = ''] = tag.split('.')
  const tags = tree.get('tags', true)
  const groups = tree.get('x-tagGroups', true)
  if (!isSeq(tags) || tags.flow || namesIn(tags, 'name').some(({ name }) => name === tag)) return []
  const of = (name: string) => name.split('.')[0] === surface
  const next = namesIn(tags, 'name').find(({ name }) => of(name) && name > tag)
  const last =
    namesIn(tags, 'name').findLast(({ name }) => of(name)) ?? namesIn(tags, 'name').at(-1)
  if (!last) return []
  const at = next ? lineStart(text, next.node.range![0]) : lineEnd(text, last.node)
  const indent = indentOf(text, last.node)
  const described = `The ${resource.replaceAll('-', ' ')}, and what is done with them.`
  const lines = [
    `- name: ${tag}`,
    `  x-displayName: ${titled(resource)}`,
    `  description: ${described}`,
  ]
  const listed = lines.map((line) => `${indent}${line}\n`).join('')
  return [{ at, text: listed }, ...groupEdit(text, groups, tag, of, titled(surface))]
}

function groupEdit(
  text: string,
  groups: unknown,
  tag: string,
  ofSurface: (name: string) => boolean,
  title: string,
): Edit[] {
  if (!isSeq(groups) || groups.flow) return []
  for (const group of groups.items) {
    const members = isMap(group) ? group.get('tags', true) : undefined
    if (!isSeq(members) || !members.flow) continue
    const names = members.items.flatMap((node) =>
      isScalar(node) && node.range ? [{ name: String(node.value), range: node.range }] : [],
    )
    if (!names.some(({ name }) => ofSurface(name))) continue
    const next = names.find(({ name }) => ofSurface(name) && name > tag)
    const last = names.findLast(({ name }) => ofSurface(name))!
    return [
      next ? { at: next.range[0], text: `${tag}, ` } : { at: last.range[1], text: `, ${tag}` },
    ]
  }
  const last = groups.items.at(-1) as Node
  const indent = indentOf(text, last)
  return [{ at: lineEnd(text, last), text: `${indent}- { name: ${title}, tags: [${tag}] }\n` }]
}

/** The scopes that an operation asks for and that its scheme's table does not have, as rows of it. */
export function scopeEdits(
  text: string,
  tree: Document,
  document: JsonObject,
  security: readonly Record<string, readonly string[]>[],
): Edit[] {
  const asked = new Map(security.flatMap((entry) => Object.entries(entry)))
  return [...asked].flatMap(([scheme, scopes]) => {
    const described = String(document.components?.securitySchemes?.[scheme]?.description ?? '')
    const missing = scopes.filter((scope) => !described.includes(`\`${scope}\``))
    if (missing.length === 0) return []
    const [start, end] = linesOf(text, tree, ['components', 'securitySchemes', scheme])
    const rows = [...text.slice(start, end).matchAll(/^( *)\| `([^`]+)` \|.*\n/gm)]
    return missing.flatMap((scope) => {
      const next = rows.find(([, , name = '']) => name > scope)
      const row = next ?? rows.at(-1)
      if (!row) return []
      const [resource = '', power] = scope.split(':')
      const opens = `${power === 'read' ? 'reading' : 'changing'} ${resource.replaceAll('-', ' ')}`
      const at = start + row.index + (next ? 0 : row[0].length)
      return [{ at, text: `${row[1]}| \`${scope}\` | ${opens} |\n` }]
    })
  })
}

function namesIn(list: { readonly items: readonly unknown[] }, key: string) {
  return list.items.flatMap((node) =>
    isMap(node) && node.range ? [{ name: String(node.get(key)), node: node as Node }] : [],
  )
}

function lineEnd(text: string, node: Node): number {
  const last = text.slice(0, node.range![1]).trimEnd().length
  return text.indexOf('\n', last) + 1
}

const indentOf = (text: string, node: Node): string =>
  /^ */.exec(text.slice(lineStart(text, node.range![0])))![0]

/** `listing-categories` as a title. */
const titled = (name: string): string => capital(name.replaceAll('-', ' '))
