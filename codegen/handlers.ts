import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Model, Operation } from './model.ts'
import { identifier } from './names.ts'
import { write } from './print.ts'

/** A folder of handlers: one file per resource, in a folder per surface where there are surfaces. */
export interface HandlerFolder {
  readonly dir: string
  /** The file of an operation below `dir`, where it is not the one of its surface and resource. */
  file?(operation: Operation): string | undefined
  /** The head of a new file: the imports of `Handler` and `notImplemented`. */
  imports(file: string): string
  /** The file that lists the handlers of this operation, to which a new file is added. */
  index(operation: Operation): string
  /** The text of that file when there is none yet. */
  newIndex(operation: Operation): string
}

/** The operations that no file below `dir` exports a handler for. */
export async function missingHandlers(model: Model, dir: string): Promise<Operation[]> {
  const exported = new Set<string>()
  for (const text of await sources(dir)) {
    for (const [, name] of text.matchAll(/^export (?:const|(?:async )?function) ([\w$]+)/gm)) {
      exported.add(name!)
    }
  }
  return model.operations.filter(({ id }) => !exported.has(id))
}

/** `tickets.ts`, or `helpdesk/tickets.ts` where the tag names a surface. */
export function fileOf({ surface, resource }: Operation): string {
  return surface === 'api' ? `${resource}.ts` : `${surface}/${resource}.ts`
}

/**
 * Adds an operation's stub to the file of its resource, which is made and put into its index when it is
 * the first. The rest of the file stays as it is.
 */
export async function placeStub(
  folder: HandlerFolder,
  operation: Operation,
  stub: string,
): Promise<string> {
  const name = folder.file?.(operation) ?? fileOf(operation)
  const file = join(folder.dir, name)
  const before = await readFile(file, 'utf8').catch(() => undefined)
  await write(
    file,
    before === undefined
      ? `${folder.imports(name)}\n${stub}`
      : append(before, stub, folder.imports(name)),
  )
  const index = join(folder.dir, folder.index(operation))
  const listed = await readFile(index, 'utf8').catch(() => folder.newIndex(operation))
  await write(index, listing(listed, relative(join(index, '..'), file)))
  return file
}

function append(before: string, stub: string, imports: string): string {
  // whoever implemented the last stub of the file has dropped the import
  const lacking = imports
    .trim()
    .split('\n')
    .filter((line) =>
      names(line).some((name) => !new RegExp(`\\b${name}\\b`).test(importsOf(before))),
    )
  const lines = before.trimEnd().split('\n')
  const last = lines.findLastIndex((line) => /^(import|\}).* from '[^']+'/.test(line))
  lines.splice(last + 1, 0, ...lacking)
  return `${lines.join('\n')}\n\n${stub}`
}

function names(line: string): string[] {
  return (/\{(.*)\}/.exec(line)?.[1] ?? '')
    .split(',')
    .map((name) => name.replace('type ', '').trim())
}

function importsOf(text: string): string {
  return [...text.matchAll(/^import [^'"]*/gm)].map(([found]) => found).join('\n')
}

/**
 * The index with one more file: an `import * as` and a spread in the object that `satisfies
 * Handlers`, both in the order of the alphabet. Unchanged where it has the file, or looks otherwise.
 */
export function listing(index: string, file: string): string {
  const slashed = file.replaceAll('\\', '/')
  const path = slashed.startsWith('../') ? slashed : `./${slashed}`
  const name = identifier(path.replace(/\.ts$/, ''))
  const object = /\{([^{}]*)\}(\s*satisfies Handlers)/.exec(index)
  if (index.includes(`'${path}'`) || !object) return index
  const spreads = [...object[1]!.matchAll(/\.\.\.[\w$]+/g)].map(([spread]) => spread)
  const after = spreads.findIndex((spread) => spread > `...${name}`)
  spreads.splice(after < 0 ? spreads.length : after, 0, `...${name}`)
  const line = `{ ${spreads.join(', ')} }`
  const block = `{\n${spreads.map((spread) => `  ${spread},\n`).join('')}}`
  const lines = index
    .replace(object[0], `${line.length > 60 ? block : line}${object[2]}`)
    .split('\n')
  const added = `import * as ${name} from '${path}'`
  const next = lines.findIndex((one) => one.startsWith('import * as ') && one > added)
  const last = lines.findLastIndex((one) => one.startsWith('import '))
  lines.splice(next < 0 ? last + 1 : next, 0, added)
  return lines.join('\n')
}

async function sources(dir: string): Promise<string[]> {
  const names = await readdir(dir, { recursive: true }).catch(() => [])
  const files = names.filter((name) => /\.ts$/.test(name) && !/\.d\.ts$/.test(name))
  return Promise.all(files.map((name) => readFile(join(dir, name), 'utf8')))
}
