import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/** Everything that running needs: validators, JavaScript, documentation. Does only what is stale. */
ensureInstalled()
ensureValidators()
run(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/cli'])
run(process.execPath, ['--conditions=mobieus', '--import', 'tsx', 'packages/docs/src/build.ts'])
