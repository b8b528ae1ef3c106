import { openStorage } from '@mobieus/domain'
import { createLog, readConfig } from '@mobieus/server'
import { startWorker } from '@mobieus/worker'
import { form, type Command } from '../command.ts'
import { reachDatabase } from '../database.ts'
import { untilStopped } from '../signals.ts'

const run = form({
  async run(_given, { env, print }) {
    const config = readConfig(env)
    const reached = await reachDatabase(env, config)
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
    print('The worker is running.')
    await untilStopped()
    await running.stop()
    await reached.release()
  },
})

export const worker: Command = {
  name: 'worker',
  usage: ['  mobieus worker                      run the jobs, in a process of their own'],
  forms: [run],
}
