import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/** `npm run check:pooler`: installs what is missing, then see `pooler.ts`. */
ensureInstalled()
ensureValidators()
run(process.execPath, [
  '--conditions=mobieus',
  '--import',
  'tsx',
  'scripts/pooler.ts',
  ...process.argv.slice(2),
])
