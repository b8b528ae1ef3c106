import { readdirSync, readFileSync } from 'node:fs'
import { eventTypes, operations, type OperationRow } from '@mobieus/contract'
import { published } from '@mobieus/contract/artifacts'

const folder = new URL('../../guides/', import.meta.url)

/** A guide of ours as a page of the wiki. */
export interface Guide {
  readonly slug: string
  readonly title: string
  readonly text: string
}

/** The guides of the API. Their tables of operations and events are those of the contract. */
export function readGuides(): Guide[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const written = readFileSync(new URL(name, folder), 'utf8')
      const [, title = '', text = ''] = /^# (.*)\n+([^]*)$/.exec(written) ?? []
      return { slug: name.slice(0, -'.md'.length), title, text: filled(text) }
    })
}

const filled = (text: string): string =>
  text
    .replaceAll(/^\{\{operations ([a-z. -]+)\}\}$/gm, (_, of: string) =>
      operationTable(of.split(' ')),
    )
    .replaceAll(/^\{\{events\}\}$/gm, eventTable)

interface Told {
  readonly summary?: string
  readonly tags?: readonly string[]
}
const told = JSON.parse(published.json.toString()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>
  readonly webhooks: Readonly<Record<string, { readonly post?: Told }>>
}

/** The operations of some surfaces, or of `surface.resource`. */
function operationTable(of: readonly string[]): string {
  const rows = Object.values<OperationRow>(operations).filter(
    ({ surface, resource }) => of.includes(surface) || of.includes(`${surface}.${resource}`),
  )
  if (rows.length === 0) return 'None in this version of the contract.'
  const lines = rows.map((row) => {
    const { summary = '' } = told.paths[row.path]?.[row.method] ?? {}
    return `| \`${row.method.toUpperCase()} ${row.path}\` | ${scopesOf(row)} | ${summary} |`
  })
  return ['| Operation | Scope | What it does |', '|---|---|---|', ...lines].join('\n')
}

const scopesOf = ({ security }: OperationRow): string =>
  [...new Set(security.flatMap((way) => ('bearerAuth' in way ? (way.bearerAuth ?? []) : [])))]
    .map((scope) => `\`${scope}\``)
    .join(' or ')

function eventTable(): string {
  const lines = eventTypes.map(
    (type) => `| \`${type}\` | ${told.webhooks[type]?.post?.summary ?? ''} |`,
  )
  return ['| Type | When |', '|---|---|', ...lines].join('\n')
}
