import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Installs the packages of a fresh clone, before anything else of ours can run; so only Node's own
 * modules are imported here.
 */

const STAMP = 'node_modules/.installed'

/** Runs a command with our output; ends this process with its exit code unless that is 0. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (error) console.error(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs the packages of package-lock.json, unless just those are installed. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`)
    process.exit(1)
  }
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.log('Installing packages …')
  // Redoc comes as one file that has its peers in it: 4,300 files of theirs stay away.
  run('npm', ['ci', '--omit=peer', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(STAMP, wanted)
}

/** Compiles the contract's validators, unless they are those of the contract as it is. */
export function ensureValidators() {
  const product = ['--contract', 'openapi.yaml', '--out', 'packages/contract']
  run(process.execPath, [
    '--import',
    'tsx',
    'codegen/generate.ts',
    ...product,
    '--only',
    'validators',
  ])
}
