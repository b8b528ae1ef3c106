import { parseArgs } from 'node:util'
import { openStorage } from '@mobieus/domain'
import { createLog, readConfig } from '@mobieus/server'
import { startWorker } from '@mobieus/worker'
import type { Command } from '../command.ts'
import { reachDatabase } from '../database.ts'
import { untilStopped } from '../signals.ts'

export const worker: Command = {
  usage: ['  mobieus worker                      run the jobs, in a process of their own'],
  async run(args) {
    parseArgs({ args })
    const config = readConfig(process.env)
    const reached = await reachDatabase(config)
    if (!reached.ownerUrl)
      throw new Error('the worker needs DATABASE_URL, as the owner of its queue')
    const running = await startWorker({
      ...config,
      databaseUrl: reached.ownerUrl,
      appUrl: reached.appUrl,
      listenUrl: reached.listenUrl,
      storage: openStorage(config.storage),
      log: createLog(config.logLevel),
    })
    console.log('The worker is running.')
    await untilStopped()
    await running.stop()
    await reached.release()
  },
}
