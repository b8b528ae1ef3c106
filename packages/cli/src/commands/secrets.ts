import { parseArgs } from 'node:util'
import { findSecret, type AppSecrets, type Database } from '@mobieus/db'
import { listTenants, resealPartition } from '@mobieus/domain'
import { readConfig } from '@mobieus/server'
import { misused, words, type Command } from '../command.ts'
import { withDatabase } from '../database.ts'

export const secrets: Command = {
  usage: [
    '  mobieus secrets reseal              seal with APP_SECRET what APP_SECRET_PREVIOUS opens;',
    '                                      may be interrupted, and run beside servers and workers',
  ],
  async run(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const [verb] = words(secrets, positionals, 1)
    if (verb !== 'reseal') throw misused(secrets)
    const config = readConfig(process.env)
    await withDatabase(config, async (db) => {
      if ((await findSecret(db, config)) !== config.appSecret)
        throw new Error(
          'the database still belongs to the secret before; run "mobieus migrate" or start a server first',
        )
      await resealAll(db, config)
    })
  },
}

const MOST_PASSES = 5
const LINE_EVERY_MS = 1_000

/** Pass after pass, until one finds nothing to move. */
async function resealAll(db: Database, config: AppSecrets): Promise<void> {
  for (let n = 1; n <= MOST_PASSES; n++) {
    const { moved, shut, answers } = await pass(db, config)
    console.log(`Pass ${n}: ${moved} moved.`)
    if (moved > 0) continue
    for (const each of shut)
      console.log(`The signing secret of ${each} opens with no secret that is known; rotate it.`)
    if (answers > 0)
      console.log(`${answers} stored answers open with none; they are kept for 24 hours at most.`)
    console.log('Everything that opens is sealed with APP_SECRET: APP_SECRET_PREVIOUS may be')
    console.log('dropped, when callers who keep a cursor of the events have asked once more.')
    return
  }
  throw new Error(
    'something still seals with an older secret; end the processes that began before APP_SECRET ' +
      'was changed, and run this again',
  )
}

async function pass(db: Database, config: AppSecrets) {
  const tenants = await listTenants(db)
  const all = { moved: 0, shut: [] as string[], answers: 0 }
  let saidAt = Date.now()
  for (const [i, { id, slug, environment }] of tenants.entries()) {
    const { moved, shutEndpoints, shutAnswers } = await resealPartition(db, id, config, new Date())
    all.moved += moved
    all.shut.push(...shutEndpoints.map((each) => `webhook ${each} of ${slug} (${environment})`))
    all.answers += shutAnswers
    if (Date.now() - saidAt < LINE_EVERY_MS) continue
    console.log(`${i + 1} of ${tenants.length} partitions, ${all.moved} moved`)
    saidAt = Date.now()
  }
  return all
}
