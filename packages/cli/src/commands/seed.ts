import { parseArgs } from 'node:util'
import { readConfig } from '@mobieus/server'
import type { Command } from '../command.ts'
import { reachDatabase } from '../database.ts'
import { prepareDemo } from '../demo/prepare.ts'

export const seed: Command = {
  usage: ['  mobieus seed                        make the demo community, unless it is there'],
  async run(args) {
    parseArgs({ args })
    const reached = await reachDatabase(readConfig(process.env), console.log)
    try {
      const { slug, secret, users, posts } = await prepareDemo(reached.appUrl, console.log)
      console.log(`The community ${slug} has ${users} members and ${posts} posts. Key:\n${secret}`)
    } finally {
      await reached.release()
    }
  },
}
