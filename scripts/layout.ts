import { existsSync } from 'node:fs'
import type { HandlerFolder } from '../codegen/handlers.ts'

/** Where this repository keeps what the generator reads and writes. */
export const layout = {
  contract: 'openapi.yaml',
  out: 'packages/contract',
  handlers: 'packages/domain/src',
  tables: 'packages/db/src/generated/tables.ts',
} as const

/** The handlers of a surface are a folder with an index of its own. */
export const handlerFolder: HandlerFolder = {
  dir: layout.handlers,
  // Events and webhooks are operations of core, and what every surface stands on.
  file: ({ resource }) => {
    const shared = `platform/${resource}.ts`
    return existsSync(`${layout.handlers}/${shared}`) ? shared : undefined
  },
  imports: () =>
    "import type { Handler } from '../kit/context.ts'\nimport { notImplemented } from '../kit/problem.ts'\n",
  index: ({ surface }) => `${surface}/index.ts`,
  newIndex: ({ surface }) =>
    "import type { Handlers } from '../kit/context.ts'\n" +
    "import { surface } from '../kit/surface.ts'\n\n" +
    `const handlers = {} satisfies Handlers<'${surface}'>\n\n` +
    `export const ${surface} = surface('${surface}', { handlers })\n`,
}
