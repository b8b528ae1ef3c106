import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HandlerFolder } from './handlers.ts'
import type { Model } from './model.ts'
import { kebab } from './names.ts'
import { banner, write } from './print.ts'

/** The surroundings of a generated service: where it gets the router from, and the types of its handlers. */
const runtime = {
  router: '@mobieus/server/router',
  shapes: '@mobieus/contract',
  condition: 'mobieus',
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** The place of the stubs of a service that starts from its own contract. */
export function serviceHandlers(out: string): HandlerFolder {
  return {
    dir: join(out, 'src/handlers'),
    imports: (file) =>
      `import { notImplemented } from '${runtime.router}'\n` +
      `import type { Handler } from '${relative(dirname(file), '../generated/handlers.ts')}'\n`,
    index: () => 'index.ts',
    newIndex: () => index,
  }
}

/**
 * Makes `out` an Express service that answers every operation: an app, a place for what its handlers
 * need, package.json and tsconfig.json. Existing files are left alone.
 */
export async function writeService(model: Model, out: string): Promise<void> {
  await write(join(out, 'src/generated/handlers.ts'), handlerTypes)
  const files = {
    'src/app.ts': app,
    'src/main.ts': main,
    'src/context.ts': context,
    'src/handlers/index.ts': index,
    'package.json': manifest(model, out),
    'tsconfig.json': tsconfig,
  }
  for (const [name, text] of Object.entries(files)) {
    if (!existsSync(join(out, name))) await write(join(out, name), text)
  }
}

const handlerTypes = `${banner}import type { Known, RequestOf, SuccessOf } from '${runtime.shapes}'
import type { Context } from '../context.ts'
import type { OperationId } from './operations.ts'
import type { operations } from './schema.ts'

/** The handler of one operation: its request is parsed and validated, its answer is the body. */
export type Handler<Id extends OperationId> = (
  ctx: Context,
  request: RequestOf<operations, Id>,
) => Promise<Known<SuccessOf<operations, Id>>>

/** Every operation with its handler; one that is missing is a compile error. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> }
`

const index = `import type { Handlers } from '../generated/handlers.ts'

/** Every operation's handler; \`npm run generate\` adds the files of new resources. */
export const handlers = {} satisfies Handlers
`

const app = `import { createRouter } from '${runtime.router}'
import express, { type ErrorRequestHandler } from 'express'
import validators from '../generated/validators.cjs'
import { context } from './context.ts'
import { operations } from './generated/operations.ts'
import { handlers } from './handlers/index.ts'

/** Every operation of the contract in a plain Express app. */
export const app = express()
app.use(createRouter({ operations, validators, handlers, context }))
app.use((req, res) => {
  const error = { code: 'not_found', message: \`There is no \${req.path}.\` }
  res.status(404).json({ error })
})
/** Express's own would answer with the stack, as HTML. */
const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  console.error(error)
  if (res.headersSent) return void res.destroy()
  const failure = { code: 'internal_error', message: 'Something broke on our side.' }
  res.status(500).json({ error: failure })
}
app.use(answerError)
`

const main = `import { app } from './app.ts'

const port = Number(process.env.PORT ?? 3000)
app.listen(port, () => console.log(\`listening on http://localhost:\${port}\`))
`

const context = `/** What every handler has at hand beside its request; a database connection, for example. */
export const context = {}

export type Context = typeof context
`

const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      customConditions: [runtime.condition],
      strict: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    },
    include: ['src'],
  },
  null,
  2,
)}\n`

function manifest(model: Model, out: string): string {
  const { devDependencies: versions } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pick = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, versions[name]]))
  return `${JSON.stringify(
    {
      name: kebab(model.title) || 'service',
      version: '0.1.0',
      private: true,
      type: 'module',
      scripts: {
        start: `node --conditions=${runtime.condition} --import tsx src/main.ts`,
        typecheck: 'tsc',
      },
      dependencies: {
        ...Object.fromEntries([runtime.router, runtime.shapes].map((name) => packageOf(name, out))),
        ...pick('ajv', 'ajv-formats', 'express'),
      },
      devDependencies: pick('@types/express', '@types/node', 'tsx', 'typescript'),
    },
    null,
    2,
  )}\n`
}

/** The package an import is from, as a dependency on the copy that this generator runs beside. */
function packageOf(specifier: string, out: string): [string, string] {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  const copy = join(root, 'node_modules', name)
  if (!existsSync(copy)) return [name, '*']
  return [name, `file:${relative(resolve(out), realpathSync(copy))}`]
}
