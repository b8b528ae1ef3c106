import { parseArgs } from 'node:util'
import { readConfig } from '@mobieus/server'
import type { Command } from '../command.ts'
import { reachDatabase } from '../database.ts'

export const migrate: Command = {
  usage: ['  mobieus migrate                     bring the database up to date'],
  async run(args) {
    parseArgs({ args })
    const reached = await reachDatabase(readConfig(process.env).appSecret, console.log)
    await reached.release()
    console.log('The database is up to date.')
  },
}
