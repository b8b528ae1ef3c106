import { readFileSync } from 'node:fs'
import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/**
 * `npm test`: installs what is missing and runs the tests, all of them or those below the paths given.
 * `contract core` are the guarantees of all operations for those of one surface. Closes with `N passed,
 * N failed`.
 */
const given = process.argv.slice(2)
const [suite, surface] = given
const ofSurface = suite === 'contract' && surface !== undefined && /^[a-z]+$/.test(surface)
const [contract] = readFileSync('openapi.yaml', 'utf8').split(/^webhooks:/m)
const surfaces = new Set(
  [...contract.matchAll(/^ {6}tags: \[([a-z]+)\./gm)].map(([, name]) => name),
)
if (ofSurface && !surfaces.has(surface)) {
  console.error(`There is no surface ${surface}; there are ${[...surfaces].join(', ')}.`)
  process.exit(2)
}
ensureInstalled()
ensureValidators()
run(process.execPath, ['--conditions=mobieus', '--import', 'tsx', 'packages/docs/src/build.ts'])
run(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    ...(ofSurface ? ['test/contract/', ...given.slice(2)] : given),
    '--reporters=default',
    '--reporters=./test/support/tally.js',
  ],
  {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
    ...(ofSurface && { TEST_SURFACE: surface }),
  },
)
