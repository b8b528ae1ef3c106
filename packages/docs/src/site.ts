import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { missing, readBook, type Page } from './book.ts'
import { layOut, readLayout } from './layout.ts'
import { readRedoc } from './redoc.ts'
import { inputStamp, readStamp } from './stamp.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Built {
  readonly folder: string
  /** False when everything was up to date. */
  readonly written: boolean
  readonly pages: number
}

/**
 * Writes the documentation as a folder of static files: the API reference (`index.html`), and the
 * guides, error pages, decisions and glossary. To be served at both `/api/docs` and `/docs` with
 * the extension `.html` optional. Everything the pages load is of their own origin, and no script
 * or style is inline but what Redoc creates.
 *
 * Does nothing when `folder` was made from the same inputs. Throws when an error code of the
 * contract has no page, or a page no code.
 */
export async function buildDocs(folder = path.join(root, 'build')): Promise<Built> {
  const stamp = await inputStamp(root)
  if ((await readStamp(folder)) === stamp) return { folder, written: false, pages: 0 }

  const pages = await readBook(root)
  const layout = await readLayout(root)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const page of [...pages, missing]) await write(folder, page, layOut(layout, page, pages))
  await writeFile(path.join(folder, 'index.html'), layout.reference)
  const isAsset = (file: string) => !file.endsWith('.html')
  await cp(path.join(root, 'site'), folder, { recursive: true, filter: isAsset })
  const redoc = await readRedoc()
  await writeFile(path.join(folder, 'redoc.standalone.js'), redoc.script)
  await writeFile(path.join(folder, 'redoc.standalone.js.LICENSE.txt'), redoc.licence)
  // Written last: a build that broke off is not taken for a finished one.
  await writeFile(path.join(folder, '.stamp'), stamp)
  return { folder, written: true, pages: pages.length + 1 }
}

async function write(folder: string, page: Page, html: string): Promise<void> {
  const file = path.join(folder, `${page.path}.html`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, html)
}
