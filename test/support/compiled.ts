import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

/**
 * The programs that tests run in processes of their own, compiled once a run: from the sources each
 * of some fifty starts takes a second of compiling and looking for modules.
 */

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'build/test')

const sources = {
  judge: 'test/support/judge-process.ts',
  mobieus: 'packages/cli/src/main.ts',
  server: 'test/support/server-process.ts',
  worker: 'test/support/worker-process.ts',
} as const

export type Program = keyof typeof sources

/** Compiles them all; about half a second. */
export async function compilePrograms(): Promise<void> {
  await mkdir(folder, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(sources).map(([out, source]) => ({ in: source, out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['mobieus'],
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [onlyOurs],
  })
  process.env.TEST_PROGRAMS = folder
}

/** Node's arguments that start a program: as it was compiled, outside of a run from its sources. */
export const argumentsOf = (program: Program): string[] =>
  process.env.TEST_PROGRAMS
    ? ['--enable-source-maps', path.join(process.env.TEST_PROGRAMS, `${program}.mjs`)]
    : ['--conditions=mobieus', '--import', 'tsx', path.join(root, sources[program])]

/** Packages stay where they are, and our files keep finding what lies beside them. */
const onlyOurs: Plugin = {
  name: 'only ours',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || name.startsWith('@mobieus/') ? undefined : { external: true },
    )
    onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const url = JSON.stringify(pathToFileURL(file).href)
      const dirname = JSON.stringify(path.dirname(file))
      return {
        loader: 'ts',
        contents: text
          .replaceAll('import.meta.url', url)
          .replaceAll('import.meta.dirname', dirname),
      }
    })
  },
}
