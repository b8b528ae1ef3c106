import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCodes, type ErrorCode } from '@mobieus/contract'
import { renderMarkdown } from './markdown.ts'

/** One page of prose. */
export interface Page {
  /** The path below `/docs/`, without extension: `errors/not_found`. */
  readonly path: string
  readonly section: 'Guides' | 'Errors' | 'Decisions' | 'More'
  /** The title in plain text. */
  readonly title: string
  /** The HTTP status of an error page. */
  readonly status?: number
  /** The contract's words about the code of an error page, as HTML. */
  readonly lead?: string
  readonly html: string
}

const guideOrder = [
  'quickstart',
  'conventions',
  'pagination',
  'events',
  'idempotency-and-retries',
  'rate-limits',
  'webhooks',
  'help-desk',
  'learn',
  'knowledge',
  'ai-hooks',
  'mail',
  'scim',
  'test-keys',
  'ranks-and-taking-back',
  'retention',
  'totals-and-their-counters',
  'clients-in-your-language',
]

/**
 * The changelog, as seen from the folder of the documentation: where a reader of the repository looks
 * for it.
 */
export const changelog = '../../CHANGELOG.md'

/** Every page of prose, in reading order. Throws when error codes and error pages do not match. */
export async function readBook(root: string): Promise<Page[]> {
  const guides = await namesIn(root, 'guides')
  guides.sort((a, b) => rank(guideOrder, a) - rank(guideOrder, b))
  const codes = Object.keys(errorCodes) as ErrorCode[]
  assertSame(codes, await namesIn(root, 'errors'))
  const decisions = await namesIn(root, 'adr')

  const guidePages = await Promise.all(
    guides.map((name) => readPage(root, 'Guides', `guides/${name}`)),
  )
  const decisionPages = await Promise.all(
    decisions.map((name) => readPage(root, 'Decisions', `adr/${name}`)),
  )
  return [
    indexOf('Guides', 'guides', guidePages),
    ...guidePages,
    errorIndex(codes),
    ...(await Promise.all(codes.map((code) => readErrorPage(root, code)))),
    await readPage(root, 'More', 'glossary'),
    await readPage(root, 'More', 'changelog', changelog),
    indexOf('Decisions', 'adr', decisionPages),
    ...decisionPages,
  ]
}

/** The page of a folder: what is in it. */
function indexOf(section: Page['section'], folder: string, pages: readonly Page[]): Page {
  const links = pages.map(({ title, path: at }) => `- [${title}](${path.basename(at)}.md)`)
  const html = renderMarkdown(`# ${section}\n\n${links.join('\n')}\n`)
  return { path: `${folder}/index`, section, title: section, html }
}

/** The page of an address that has none. */
export const missing: Page = {
  path: '404',
  section: 'More',
  title: 'There is no such page',
  html: renderMarkdown(
    '# There is no such page\n\nThe [reference](/api/docs/) lists every operation, the [quickstart](/docs/guides/quickstart) begins at the beginning.\n',
  ),
}

async function readPage(
  root: string,
  section: Page['section'],
  at: string,
  file = `${at}.md`,
): Promise<Page> {
  const markdown = await readFile(path.join(root, file), 'utf8')
  const title = /^# (.+)$/m.exec(markdown)?.[1]
  if (!title) throw new Error(`${file} has no title`)
  return { path: at, section, title: title.replaceAll('`', ''), html: renderMarkdown(markdown) }
}

async function readErrorPage(root: string, code: ErrorCode): Promise<Page> {
  const { status, summary } = errorCodes[code]
  const page = await readPage(root, 'Errors', `errors/${code}`)
  if (page.title !== code) throw new Error(`errors/${code}.md has to be titled ${code}`)
  return { ...page, status, lead: renderMarkdown(summary) }
}

function errorIndex(codes: ErrorCode[]): Page {
  const rows = codes.map((code) => {
    const { status, summary } = errorCodes[code]
    return `| ${status} | [\`${code}\`](${code}.md) | ${summary} |`
  })
  const table = ['| Status | Code | Meaning |', '|---|---|---|', ...rows].join('\n')
  const markdown = `# Errors\n\nEvery failure names one of these codes. A code never changes its meaning.\n\n${table}\n`
  // On a phone a code breaks where a person would break it.
  const html = renderMarkdown(markdown).replaceAll(/<code>\w+<\/code>/g, (code) =>
    code.replaceAll('_', '_<wbr>'),
  )
  return { path: 'errors/index', section: 'Errors', title: 'Errors', html }
}

async function namesIn(root: string, folder: string): Promise<string[]> {
  const files = await readdir(path.join(root, folder))
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3))
    .sort()
}

function assertSame(codes: readonly string[], pages: readonly string[]): void {
  const unwritten = codes.filter((code) => !pages.includes(code))
  const unknown = pages.filter((page) => !codes.includes(page))
  if (unwritten.length) throw new Error(`These error codes have no page: ${unwritten.join(', ')}`)
  if (unknown.length) throw new Error(`These error pages have no code: ${unknown.join(', ')}`)
}

function rank(order: readonly string[], name: string): number {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}
