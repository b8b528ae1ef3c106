import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { errorCodes } from '@mobieus/contract'
import { changelog } from './book.ts'

const require = createRequire(import.meta.url)

/** A hash of everything the documentation is made from: our files, the error codes, the versions. */
export async function inputStamp(root: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(errorCodes))
  for (const name of ['redoc', 'marked']) hash.update(`${name} ${versionOf(name)}\n`)
  for (const file of [changelog, ...(await inputFiles(root))]) {
    hash.update(`${file}\n`)
    hash.update(await readFile(path.join(root, file)))
  }
  return hash.digest('hex')
}

/** The stamp that a build left in its folder; undefined when there is no finished build. */
export async function readStamp(folder: string): Promise<string | undefined> {
  return readFile(path.join(folder, '.stamp'), 'utf8').catch(() => undefined)
}

async function inputFiles(root: string): Promise<string[]> {
  const inputs = ['adr', 'errors', 'guides', 'site', 'src', 'glossary.md']
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => inputs.includes(file.split(path.sep)[0] ?? ''))
    .sort()
}

function versionOf(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version
}
