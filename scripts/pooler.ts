import { execFileSync, spawnSync } from 'node:child_process'
import { pgbouncerVersion, startPgbouncer } from '../test/support/process/pgbouncer.ts'
import { startThrowaway } from '../test/support/process/throwaway.ts'

/**
 * Runs the tests that reach the database, and the ones about poolers, through a real PgBouncer in
 * transaction mode. Paths may be given instead. Debian's package is installed where there is none.
 */
const PATHS = [
  ...['test/pooler', 'test/contract', 'test/server', 'test/worker', 'test/db', 'test/core'],
  ...['test/admin', 'test/help'],
]
/** They count trips, writes and errors of a connection, or start a PostgreSQL: none of it is a pooler's. */
const DIRECT_ONLY = 'test/db/(trips|embedded|connect|prepared)'

const version = (await pgbouncerVersion()) ?? (await install())
console.log(`PgBouncer ${version} in transaction mode`)

const embedded = await startThrowaway('pooler')
const pooler = await startPgbouncer(embedded.url).catch(async (error: unknown) => {
  await embedded.stop()
  throw error
})
try {
  const paths = process.argv.length > 2 ? process.argv.slice(2) : PATHS
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...paths,
      `--testPathIgnorePatterns=${DIRECT_ONLY}`,
      '--reporters=default',
      '--reporters=./test/support/tally.js',
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: embedded.url,
        TEST_POOLER: pooler.host,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
      },
    },
  )
  process.exitCode = status ?? 1
} finally {
  await pooler.stop()
  await embedded.stop()
}

async function install(): Promise<string> {
  if (process.getuid?.() !== 0)
    throw new Error('pgbouncer is missing, and only root can install it: apt-get install pgbouncer')
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-y', '-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: 'inherit' })
  apt('update')
  apt('install', '--no-install-recommends', 'pgbouncer')
  const installed = await pgbouncerVersion()
  if (installed === undefined) throw new Error('pgbouncer was installed and does not run')
  return installed
}
