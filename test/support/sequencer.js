import { createRequire } from 'node:module'

// Jest's own is CommonJS, with its class under `default`.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer')

/**
 * Runs the longest files first: begun last, such a file would run alone while the other cores rest.
 */
const long = [
  'codegen/foreign',
  'worker/webhook-kill',
  'browser/docs',
  'contract/differential',
  'contract/idempotency',
  'codegen/new-surface',
  'db/embedded',
  'worker/webhook-neighbours',
  'core/files-content',
  'contract/lists',
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
