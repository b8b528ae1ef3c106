import { readConfig } from '@mobieus/server'
import { form, type Command } from '../command.ts'
import { dataFolder, reachDatabase } from '../database.ts'
import { prepareDemo } from '../demo/prepare.ts'

export const seed: Command = {
  name: 'seed',
  usage: ['  mobieus seed                        make the demo community, unless it is there'],
  forms: [
    form({
      async run(_given, { env, print }) {
        const config = readConfig(env)
        const reached = await reachDatabase(env, config, print)
        try {
          const demo = await prepareDemo(reached.appUrl, config, dataFolder(env), print)
          const { slug, secret, users, posts } = demo
          print(`The community ${slug} has ${users} members and ${posts} posts. Key:\n${secret}`)
        } finally {
          await reached.release()
        }
      },
    }),
  ],
}
