import { fileURLToPath } from 'node:url'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openStorage } from '@mobieus/domain'
import { createLog, readConfig, serve as startServer, type Observer } from '@mobieus/server'
import { startWorker } from '@mobieus/worker'
import type { Logger } from 'pino'
import type { Command } from '../command.ts'
import { migrateDatabase } from '../database.ts'
import { prepareDemo, type Demo } from '../demo/prepare.ts'
import { untilStopped } from '../signals.ts'

const docs = fileURLToPath(new URL('../../../docs/build/', import.meta.url))

export const serve: Command = {
  usage: [
    '  mobieus serve [--worker] [--demo]   serve the API; with --worker run the jobs as well,',
    '                                      with --demo seed a community to look at and print a key',
  ],
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        worker: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        judge: { type: 'boolean', default: false },
      },
    })
    const config = readConfig(process.env)
    const log = createLog(config.logLevel)
    const reached = await migrateDatabase(config, values.demo ? console.log : undefined)
    const demo = values.demo ? await prepareDemo(reached.appUrl, console.log) : undefined
    const server = await startServer({
      config,
      databaseUrl: reached.appUrl,
      listenUrl: reached.listenUrl,
      docsFolder: existsSync(docs) ? docs : undefined,
      log,
      observe: values.judge ? await judgeInto(log) : undefined,
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error
      throw new Error(`port ${config.port} is taken; another one may be named by PORT`)
    })
    const worker =
      values.worker && reached.ownerUrl
        ? await startWorker({
            ...config,
            databaseUrl: reached.ownerUrl,
            appUrl: reached.appUrl,
            listenUrl: reached.listenUrl,
            storage: openStorage(config.storage),
            log,
            onUnsigned: server.services.metrics.unsigned,
          })
        : undefined
    if (demo) console.log(welcome(server.port, demo))
    else console.log(`The server listens on port ${server.port}.`)
    await untilStopped()
    await server.close()
    await worker?.stop()
    await reached.release()
  },
}

/** In development an independent validator looks at every exchange. */
async function judgeInto(log: Logger): Promise<Observer> {
  const { watch } = await import('@mobieus/server/watch')
  return watch((fault) => log.warn(fault))
}

const welcome = (port: number, { slug, secret, users, posts }: Demo) => {
  const origin = `http://${slug}.localhost:${port}`
  return `
mobieusCore is running, with a demo community of ${users} members and ${posts} posts.

  API    ${origin}/api/v1
  Docs   ${origin}/api/docs
  Key    ${secret}

  curl '${origin}/api/v1/posts?limit=3' -H 'Authorization: Bearer ${secret}'
`
}
