import path from 'node:path'
import { startPhoenix, type Phoenix } from '../../test/support/process/phoenix.ts'

/** The names of the members that were written directly, by what their writer has told of them. */
export interface Direct {
  readonly committed: string[]
  readonly undone: string[]
}

/** The process that writes without a server, and what it has told. */
export interface DirectWrites extends Direct {
  readonly process: Phoenix
}

/** Starts it; `env` are the variables of the servers. */
export function startDirectWrites(env: Readonly<Record<string, string>>): DirectWrites {
  const told: Direct = { committed: [], undone: [] }
  const program = path.join(import.meta.dirname, 'direct-writes.ts')
  const args = ['--conditions=mobieus', '--import', 'tsx', program]
  const process = startPhoenix('direct writes', args, env, (line) => {
    const [end, username = ''] = line.split(' ')
    if (end === 'committed' || end === 'undone') told[end].push(username)
  })
  return { ...told, process }
}
