import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/** `npm run check:foreign`: takes contracts of other products through the whole chain, not only the smallest. */
ensureInstalled()
ensureValidators()
run(process.execPath, ['node_modules/jest/bin/jest.js', 'test/codegen/foreign'], {
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
  TEST_FOREIGN: 'all',
})
