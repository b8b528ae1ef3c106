import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { besideTheirFiles, compiling, folder, root } from './compiled.ts'

/**
 * Packages that tests and the generator take from the process, all of them CommonJS. None whose plain
 * objects are compared with a test's own by `isDeepStrictEqual`, for which each context has other ones.
 */
const ofTheProcess = ['pg', 'pino', 'prettier', 'typescript']

/**
 * Compiles our packages into one module, which the test environment loads once a process. For each file
 * of theirs that tests import there is one that hands it out.
 */
export async function compileShared(): Promise<void> {
  const files = await importedByTests()
  const names = [...files, 'kysely']
  const from = (name: string) => (name === 'kysely' ? name : `./${name}`)
  const { outputFiles } = await build({
    ...compiling,
    stdin: {
      contents: [
        ...names.map((name, i) => `import * as m${i} from '${from(name)}'`),
        `export const sources = { ${names.map((name, i) => `'${name}': m${i}`).join(', ')} }`,
      ].join('\n'),
      resolveDir: root,
    },
    outfile: path.join(folder, 'shared/sources.mjs'),
    external: [...besideTheirFiles, ...ofTheProcess],
    write: false,
  })
  const texts = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]))
  for (const name of files) texts.set(`${name}.cjs`, handing(`sources')]['${name}']`))
  texts.set('kysely.cjs', handing(`sources')]['kysely']`))
  for (const name of ofTheProcess) texts.set(`${name}.cjs`, handing(`require')]('${name}')`))
  process.env.TEST_SHARED = await keep(texts)
}

const handing = (what: string) => `module.exports = globalThis[Symbol.for('mobieus.${what}\n`

/** Puts files into a folder that is named by their content: another run beside this one may read it. */
async function keep(texts: ReadonlyMap<string, string>): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex')
    .slice(0, 16)
  const kept = path.join(folder, `shared-${hash}`)
  if (existsSync(kept)) {
    await utimes(kept, new Date(), new Date())
    return kept
  }
  const making = await mkdtemp(path.join(folder, 'making-'))
  for (const [name, text] of texts) {
    await mkdir(path.dirname(path.join(making, name)), { recursive: true })
    await writeFile(path.join(making, name), text)
  }
  await rename(making, kept).catch(() => rm(making, { recursive: true }))
  return kept
}

/** The files that a path means in which a folder may be `*`. */
async function matching(pattern: string): Promise<string[]> {
  const [before, after] = pattern.split('*') as [string, string?]
  if (after === undefined) return [pattern]
  const folders = await readdir(path.join(root, before))
  return folders
    .map((name) => before + name + after)
    .filter((file) => existsSync(path.join(root, file)))
}

/** The files of our packages that tests import, by their paths or by the packages' names. */
async function importedByTests(): Promise<string[]> {
  const found = new Set<string>()
  for (const name of await readdir(path.join(root, 'packages'))) {
    const { exports = {} } = JSON.parse(
      await readFile(path.join(root, 'packages', name, 'package.json'), 'utf8'),
    ) as { exports?: Record<string, { mobieus: string }> }
    for (const { mobieus } of Object.values(exports))
      for (const file of await matching(path.posix.join('packages', name, mobieus))) found.add(file)
  }
  for (const file of await readdir(path.join(root, 'test'), { recursive: true })) {
    if (!file.endsWith('.ts')) continue
    const text = await readFile(path.join(root, 'test', file), 'utf8')
    for (const [, specifier] of text.matchAll(/(?:from|import\()\s*'([./]+[^']*\.ts)'/g)) {
      const at = path.posix.join('test', path.posix.dirname(file), specifier as string)
      if (/^packages\/[^/]+\/src\//.test(at) && existsSync(path.join(root, at))) found.add(at)
    }
  }
  found.delete('packages/cli/src/main.ts')
  return [...found].sort()
}
