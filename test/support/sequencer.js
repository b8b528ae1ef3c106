import { createRequire } from 'node:module'

// Jest's own is CommonJS, with its class under `default`.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer')

/**
 * Runs the longest files first: begun last, such a file would run alone while the other cores rest.
 */
const long = [
  'codegen/foreign',
  'browser/know',
  'worker/webhook-kill',
  'contract/examples',
  'browser/docs',
  'cli/demo',
  'contract/idempotency',
  'contract/lists',
  'contract/differential',
  'contract/validation',
  'contract/methods',
  'codegen/new-surface',
  'help/ticket-merges',
  'codegen/compile-errors',
  'db/embedded',
  'core/events',
  'worker/webhook-neighbours',
  'contract/admission',
  'contract/isolation',
  'codegen/check-generated',
  'worker/file-kill',
  'core/files-content',
  'db/migrate',
  'contract/crash',
]

/** Jest knows how long files take from earlier runs; a fresh clone has had none. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = long.findIndex((name) => path.endsWith(`/test/${name}.test.ts`))
      return at < 0 ? long.length : at
    }
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b))
  }
}
