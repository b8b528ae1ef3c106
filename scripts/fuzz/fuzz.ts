import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoEnvironment, startDemo, type Demo } from '../demo-server.ts'
import { run } from '../run.ts'
import { follow } from './follow.ts'
import { signIn, type Session } from './sign-in.ts'

/**
 * `npm run check:fuzz`: schemathesis reads the served contract and sends each operation requests that
 * it makes up, valid ones and others. It holds every answer against what the contract says of it. The
 * key has every scope; operations of the console are called with an administrator's session. Needs
 * Python 3.10 or later and the Python registry. `--examples N` asks for more or fewer than 20 an
 * operation, `--seed N` repeats a run, `--only REGEX` takes the operations whose ids match.
 */
const VERSION = '4.32.5'
const WITHOUT_LINKS = '--phases=examples,coverage,fuzzing'

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
  },
})

const dir = await mkdtemp(join(tmpdir(), 'fuzz-'))
const contract = join(dir, 'openapi.yaml')
try {
  const schemathesis = await install()
  console.log('Starting a server with a demo community …')
  const dataDir = join(dir, 'data')
  const demo = await startDemo(dataDir, ['--worker'], { REQUESTS_PER_MINUTE: '0' })
  try {
    // The tool waits 10 s for a contract, which a busy machine exceeds; it has its file from us.
    const served = await fetch(`${demo.baseUrl}/api/openapi.yaml`)
    await writeFile(contract, await served.text())
    const signOut = '/api/admin/session/delete'
    // Revoking may hit any key, and signing out ends the session: each comes after what it ends.
    const runs = [
      ['--include-path-regex=^/api/v1'],
      ['--include-path-regex=^/api/admin', `--exclude-path=${signOut}`],
      // One operation alone leads to no other.
      [`--include-path=${signOut}`, WITHOUT_LINKS],
    ]
    for (const which of runs) {
      await writeConfig(demo, await signIn(demo.baseUrl, demoEnvironment(dataDir)))
      if (!(await fuzz(schemathesis, demo, which))) process.exitCode = 1
    }
  } finally {
    await demo.stop()
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}

/** The program, in a Python of its own. */
async function install(): Promise<string> {
  console.log(`Installing schemathesis ${VERSION} …`)
  const venv = join(dir, 'venv')
  await run(['python3', '-m', 'venv', venv], { cwd: dir })
  const pip = join(venv, 'bin', 'pip')
  await run([pip, 'install', '--quiet', `schemathesis==${VERSION}`], { cwd: dir })
  return join(venv, 'bin', 'schemathesis')
}

/** The credentials by the contract's names for them, so that it can also leave them out. */
function writeConfig({ key }: Demo, { cookie, csrfToken }: Session): Promise<void> {
  const credentials = [
    ['bearerAuth', 'bearer', key],
    ['sessionCookie', 'api_key', cookie],
    ['csrfToken', 'api_key', csrfToken],
  ]
  const lines = credentials.map(
    ([scheme, kind, value]) => `[auth.openapi.${scheme}]\n${kind} = ${JSON.stringify(value)}\n`,
  )
  return writeFile(join(dir, 'schemathesis.toml'), lines.join('\n'), { mode: 0o600 })
}

/** One run over some of the operations; answers whether all is well. */
function fuzz(schemathesis: string, { baseUrl }: Demo, which: readonly string[]): Promise<boolean> {
  return follow(
    schemathesis,
    [
      `--config-file=${join(dir, 'schemathesis.toml')}`,
      'run',
      contract,
      `--url=${baseUrl}`,
      '--header=Host: demo.localhost',
      ...which,
      // Few operations may have no links to follow.
      ...(values.only ? [`--include-operation-id-regex=${values.only}`, WITHOUT_LINKS] : []),
      '--checks=all',
      // Its own check cannot tell a body that breaks the schema from one that names a member who does
      // not exist. The check in hooks.py can.
      '--exclude-checks=positive_data_acceptance',
      `--max-examples=${values.examples}`,
      `--seed=${values.seed}`,
      '--continue-on-failure',
      '--suppress-health-check=all',
      '--request-timeout=30',
      '--warnings=off',
    ],
    {
      // It keeps what failed beside where it runs.
      cwd: dir,
      env: { ...process.env, SCHEMATHESIS_HOOKS: join(import.meta.dirname, 'hooks.py') },
    },
  )
}
