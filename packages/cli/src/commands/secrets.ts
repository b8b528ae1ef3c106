import { findSecret, type AppSecrets, type Database } from '@mobieus/db'
import { resealPartition, sealed } from '@mobieus/domain'
import type { Shut } from '@mobieus/domain/kit'
import { listTenants } from '@mobieus/domain/admin'
import { readConfig } from '@mobieus/server'
import { form, type Command } from '../command.ts'
import { withDatabase } from '../database.ts'

const reseal = form({
  verb: 'reseal',
  async run(_given, terminal) {
    const config = readConfig(terminal.env)
    await withDatabase(terminal, async (db) => {
      if ((await findSecret(db, config)) !== config.appSecret)
        throw new Error(
          'the database still belongs to the secret before; run "mobieus migrate" or start a server first',
        )
      await resealAll(db, config, terminal.print)
    })
  },
})

export const secrets: Command = {
  name: 'secrets',
  usage: [
    '  mobieus secrets reseal              seal with APP_SECRET what APP_SECRET_PREVIOUS opens;',
    '                                      may be interrupted, and run beside servers and workers',
  ],
  forms: [reseal],
}

type Print = (line: string) => void

const MOST_PASSES = 5
const LINE_EVERY_MS = 1_000

/** Pass after pass, until one finds nothing to move. */
async function resealAll(db: Database, config: AppSecrets, print: Print): Promise<void> {
  for (let n = 1; n <= MOST_PASSES; n++) {
    const { moved, shut } = await pass(db, config, print)
    print(`Pass ${n}: ${moved} moved.`)
    if (moved > 0) continue
    for (const [i, { tell }] of sealed.entries()) tell(shut[i] ?? []).forEach(print)
    print('Everything that opens is sealed with APP_SECRET: APP_SECRET_PREVIOUS may be')
    print('dropped, when callers who keep a cursor of the events have asked once more.')
    return
  }
  throw new Error(
    'something still seals with an older secret; end the processes that began before APP_SECRET ' +
      'was changed, and run this again',
  )
}

async function pass(db: Database, config: AppSecrets, print: Print) {
  const tenants = await listTenants(db)
  const all = { moved: 0, shut: sealed.map((): Shut[] => []) }
  let saidAt = Date.now()
  for (const [i, { id, slug, environment }] of tenants.entries()) {
    const { moved, shut } = await resealPartition(db, id, config, new Date())
    all.moved += moved
    const partition = `${slug} (${environment})`
    shut.forEach((rows, n) => all.shut[n]?.push(...rows.map((row) => ({ row, partition }))))
    if (Date.now() - saidAt < LINE_EVERY_MS) continue
    print(`${i + 1} of ${tenants.length} partitions, ${all.moved} moved`)
    saidAt = Date.now()
  }
  return all
}
