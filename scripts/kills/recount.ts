import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { argumentsOf } from '../../test/support/process/compiled.ts'
import type { Ground } from './ground.ts'

/** `mobieus recount --check` on the database as it stands. */
export async function recountOf({ env }: Ground): Promise<{ ok: boolean; said: string }> {
  const args = [...argumentsOf('mobieus'), 'recount', '--check']
  const ran = promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } })
  return ran.then(
    ({ stdout }) => ({ ok: true, said: stdout.trim() }),
    ({ stdout, stderr }) => ({ ok: false, said: `${stdout}${stderr}`.trim() }),
  )
}
