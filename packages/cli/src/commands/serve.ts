import { fileURLToPath } from 'node:url'
import { existsSync } from 'node:fs'
import { openStorage } from '@mobieus/domain/kit'
import { createLog, readConfig, serve as startServer, type Observer } from '@mobieus/server'
import { startWorker } from '@mobieus/worker'
import type { Logger } from 'pino'
import { form, type Command } from '../command.ts'
import { dataFolder, migrateDatabase } from '../database.ts'
import { prepareDemo, type Demo } from '../demo/prepare.ts'
import { untilStopped } from '../signals.ts'

const docs = fileURLToPath(new URL('../../../docs/build/', import.meta.url))

const run = form({
  options: { worker: 'flag', demo: 'flag', judge: 'flag' },
  async run({ options }, { env, print }) {
    const config = readConfig(env)
    const log = createLog(config.logLevel)
    const reached = await migrateDatabase(env, config, options.demo ? print : undefined)
    const demo = options.demo
      ? await prepareDemo(reached.appUrl, config, dataFolder(env), print)
      : undefined
    const server = await startServer({
      config,
      databaseUrl: reached.appUrl,
      listenUrl: reached.listenUrl,
      docsFolder: existsSync(docs) ? docs : undefined,
      log,
      observe: options.judge ? await judgeInto(log) : undefined,
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error
      throw new Error(`port ${config.port} is taken; another one may be named by PORT`)
    })
    const worker = options.worker
      ? await startWorker({
          ...config,
          appUrl: reached.appUrl,
          listenUrl: reached.listenUrl,
          storage: openStorage(config.storage),
          log,
          onUnsigned: server.services.metrics.unsigned,
          onMail: server.services.metrics.mailed,
          placing: server.services.metrics,
        })
      : undefined
    if (demo) print(welcome(server.port, demo))
    else print(`The server listens on port ${server.port}.`)
    await untilStopped()
    await server.close()
    await worker?.stop()
    await reached.release()
  },
})

export const serve: Command = {
  name: 'serve',
  usage: [
    '  mobieus serve [--worker] [--demo]   serve the API; with --worker run the jobs as well,',
    '                                      with --demo seed a community to look at and print a key',
  ],
  forms: [run],
}

/** In development an independent validator looks at every exchange. */
async function judgeInto(log: Logger): Promise<Observer> {
  const { watch } = await import('@mobieus/server/watch')
  return watch((fault) => log.warn(fault))
}

const welcome = (port: number, { slug, secret, scimToken, users, posts }: Demo) => {
  const origin = `http://${slug}.localhost:${port}`
  return `
mobieusCore is running, with a demo community of ${users} members and ${posts} posts.

  API    ${origin}/api/v1
  Docs   ${origin}/api/docs
  Wiki   ${origin}/know
  SCIM   ${origin}/scim/v2
  Key    ${secret}
  Token  ${scimToken}

  npx mobieus sign-in ${slug} [--user NAME]   signs a member in to the wiki, moderators to the console as well

  curl '${origin}/api/v1/posts?limit=3' -H 'Authorization: Bearer ${secret}'
  curl '${origin}/scim/v2/Users?count=3' -H 'Authorization: Bearer ${scimToken}'
`
}
