import { openStorage } from '@mobieus/domain/kit'
import { createLog, readConfig } from '@mobieus/server'
import { startWorker } from '@mobieus/worker'
import { form, type Command } from '../command.ts'
import { reachDatabase } from '../database.ts'
import { untilStopped } from '../signals.ts'

const run = form({
  async run(_given, { env, print }) {
    const config = readConfig(env)
    const reached = await reachDatabase(env, config)
    const running = await startWorker({
      ...config,
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
  usage: [
    '  mobieus worker                      do what requests leave to do, in a process of its own',
  ],
  forms: [run],
}
