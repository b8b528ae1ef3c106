import { parseArgs } from 'node:util'
import { readConfig } from '@mobieus/server'
import type { Command } from '../command.ts'
import { migrateDatabase } from '../database.ts'

export const migrate: Command = {
  usage: ['  mobieus migrate                     bring the database up to date'],
  async run(args) {
    parseArgs({ args })
    const reached = await migrateDatabase(readConfig(process.env), console.log)
    await reached.release()
    console.log('The database is up to date.')
  },
}
