import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/**
 * `npm run check:plans`: runs what every operation and job does once for each way in which PostgreSQL
 * can be made to join and look up. A statement that ends only under the plan it usually gets runs into
 * the role's `statement_timeout` here, and its test fails. On a grown database the planner would choose
 * that other way by itself. Paths may be given instead of those below.
 */
const PLANS = {
  'hash and merge joins': ['enable_nestloop=off'],
  'nested loops and merge joins': ['enable_hashjoin=off'],
  'merge joins': ['enable_hashjoin=off', 'enable_nestloop=off'],
  'no index': ['enable_indexscan=off', 'enable_indexonlyscan=off', 'enable_bitmapscan=off'],
}
const WHAT = [
  ...['examples', 'lists', 'created'].map((name) => `test/contract/${name}.test.ts`),
  'test/core',
  'test/admin/(?!command|sign-in)',
  // Without those that send mail and those that only read texts.
  'test/help/(?!outgoing-email|inbound-email-letters|mail-|business-time|ai-prompts|ai-injection)',
  'test/know/(?!markdown)',
  // Without those that ask no database, or only for what other tests ask for.
  'test/scim/(?!filter-grammar|patch)',
  'test/learn',
  // Without those that kill processes or take times.
  'test/worker/(?!.*(?:kill|neighbours))',
]

ensureInstalled()
ensureValidators()
const given = process.argv.slice(2)
for (const [plan, settings] of Object.entries(PLANS)) {
  console.log(`\n── ${plan}: ${settings.join(', ')} ──`)
  run(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--silent', ...(given.length > 0 ? given : WHAT)],
    {
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
      TEST_PLANNER: settings.join(','),
    },
  )
}
