import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/**
 * `npm test`: installs what is missing and runs the tests, all of them or those below the paths
 * given. Closes with `N passed, N failed`.
 */
ensureInstalled()
ensureValidators()
run(process.execPath, ['--conditions=mobieus', '--import', 'tsx', 'packages/docs/src/build.ts'])
run(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    ...process.argv.slice(2),
    '--reporters=default',
    '--reporters=./test/support/tally.js',
  ],
  { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings` },
)
