import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from './book.ts'

/** The frames that pages are put into. */
export interface Layout {
  readonly header: string
  /** The whole page of the API reference. */
  readonly reference: string
  readonly prose: string
}

/** Reads the frames from `site/`. */
export async function readLayout(root: string): Promise<Layout> {
  const read = (name: string) => readFile(path.join(root, 'site', name), 'utf8')
  const [header, reference, prose] = await Promise.all([
    read('header.html'),
    read('redoc.html'),
    read('prose.html'),
  ])
  return { header, prose, reference: fill(reference, { header: current(header, '/api/docs/') }) }
}

/** One page of prose as a whole HTML document, its neighbours in the menu at its side. */
export function layOut({ header, prose }: Layout, page: Page, pages: readonly Page[]): string {
  const above = page.status === undefined ? '' : `<p class="status">HTTP ${page.status}</p>`
  const lead = page.lead?.replace('<p>', '<p class="lead">') ?? ''
  return fill(prose, {
    title: escape(page.title),
    header: current(header, sectionHref(page)),
    menu: menu(page, pages),
    article: above + page.html.replace('</h1>', () => `</h1>\n${lead}`),
  })
}

function menu(page: Page, pages: readonly Page[]): string {
  return (['Guides', 'Errors', 'Decisions', 'More'] as const)
    .map((section) => {
      const links = pages
        .filter((other) => other.section === section && !other.path.endsWith('/index'))
        .map(
          (other) => `<a href="${hrefOf(other)}"${mark(other === page)}>${escape(other.title)}</a>`,
        )
      return `<h2>${section}</h2>\n${links.join('\n')}`
    })
    .join('\n')
}

function sectionHref({ section, path }: Page): string {
  if (section === 'Guides') return '/docs/guides/quickstart'
  return section === 'Errors' ? '/docs/errors/' : `/docs/${path}`
}

function hrefOf(page: Page): string {
  return `/docs/${page.path}`
}

function current(header: string, href: string): string {
  return header.replace(`<a href="${href}">`, `<a href="${href}"${mark(true)}>`)
}

function mark(isCurrent: boolean): string {
  return isCurrent ? ' aria-current="page"' : ''
}

function fill(frame: string, parts: Readonly<Record<string, string>>): string {
  return frame.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => parts[name] ?? '')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
