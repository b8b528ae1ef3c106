import { parseArgs } from 'node:util'
import { createSignIn, findTenant } from '@mobieus/domain'
import { readConfig } from '@mobieus/server'
import { misused, words, type Command } from '../command.ts'
import { withDatabase } from '../database.ts'

export const signIn: Command = {
  usage: [
    '  mobieus sign-in SLUG [--user NAME] [--test]',
    '                                      print a link that signs in to the console, once',
  ],
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { user: { type: 'string' }, test: { type: 'boolean', default: false } },
    })
    const [slug] = words(signIn, positionals, 1)
    if (!slug) throw misused(signIn)
    const config = readConfig(process.env)
    await withDatabase(config, async (db) => {
      const tenant = await findTenant(db, slug)
      if (!tenant) throw new Error(`there is no tenant ${slug}`)
      const environment = values.test ? 'test' : 'live'
      const { token, username } = await createSignIn(db, {
        tenantId: tenant[environment].id,
        environment,
        username: values.user,
      })
      const where = values.test ? `the test partition of ${slug}` : slug
      console.log(`Signs ${username} in to ${where}, once and within 10 minutes:`)
      console.log(`${originOf(slug, config)}/admin/sign-in?token=${token}`)
    })
  },
}

function originOf(slug: string, config: ReturnType<typeof readConfig>): string {
  const host = `${slug}.${config.baseDomains[0]}`
  return config.production ? `https://${host}` : `http://${host}:${config.port}`
}
