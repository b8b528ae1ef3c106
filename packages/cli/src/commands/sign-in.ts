import { createSignIn } from '@mobieus/domain/admin'
import { readConfig, type ServerConfig } from '@mobieus/server'
import { form, type Command } from '../command.ts'
import { withDatabase } from '../database.ts'
import { environmentOf, partitionOf } from '../partition.ts'

const run = form({
  operands: ['SLUG'],
  options: { user: 'text', test: 'flag' },
  async run({ operands: [slug], options: { user, test } }, terminal) {
    const environment = environmentOf(test)
    const { token, username } = await withDatabase(terminal, async (db) => {
      const tenantId = await partitionOf(db, slug, environment)
      return createSignIn(db, { tenantId, environment, username: user })
    })
    const where = test ? `the test partition of ${slug}` : slug
    terminal.print(`Signs ${username} in to ${where}, once and within 10 minutes:`)
    terminal.print(`${originOf(slug, readConfig(terminal.env))}/admin/sign-in?token=${token}`)
  },
})

function originOf(slug: string, config: ServerConfig): string {
  const host = `${slug}.${config.baseDomains[0]}`
  return config.production ? `https://${host}` : `http://${host}:${config.port}`
}

export const signIn: Command = {
  name: 'sign-in',
  usage: [
    '  mobieus sign-in SLUG [--user NAME] [--test]',
    '                                      print a link that signs a member in, once; without',
    '                                      --user the highest administrator',
  ],
  forms: [run],
}
