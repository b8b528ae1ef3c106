import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import {
  createTenant,
  findTenant,
  listTenants,
  setAppIni,
  setPlan,
  type Tenant,
} from '@mobieus/domain'
import { readConfig } from '@mobieus/server'
import { misused, words, type Command } from '../command.ts'
import { withDatabase } from '../database.ts'

const plans = ['starter', 'pro', 'creator_plus', 'sovereign'] as const

function plan(text: string): Tenant['plan'] {
  const found = plans.find((each) => each === text)
  if (!found) throw new Error(`there is no plan ${text}; there are ${plans.join(', ')}`)
  return found
}

export const tenants: Command = {
  usage: [
    '  mobieus tenants create SLUG --admin USERNAME --email ADDRESS [--name TEXT] [--plan PLAN]',
    '  mobieus tenants list',
    '  mobieus tenants plan SLUG PLAN      move a tenant to another plan',
    '  mobieus tenants ini SLUG [FILE]     print its app.ini, or replace it with FILE (- is stdin)',
  ],
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        admin: { type: 'string' },
        email: { type: 'string' },
        name: { type: 'string' },
        plan: { type: 'string', default: 'pro' },
      },
    })
    const most = { list: 1, create: 2 }[positionals[0] ?? ''] ?? 3
    const [verb, slug, word] = words(tenants, positionals, most)
    await withDatabase(readConfig(process.env), async (db) => {
      if (verb === 'list') return void console.table(await listTenants(db))
      if (!slug) throw misused(tenants)
      if (verb === 'create') {
        const { admin: username, email, name = slug } = values
        if (!username || !email) throw misused(tenants)
        if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error(`${email} is no e-mail address`)
        if (await findTenant(db, slug)) throw new Error(`there is a tenant ${slug} already`)
        const admin = { username, email }
        await createTenant(db, { slug, name, plan: plan(values.plan), admin })
        return void console.log(
          `Tenant ${slug} is there; mint a key with: mobieus keys create ${slug} --label …`,
        )
      }
      const tenant = await findTenant(db, slug)
      if (!tenant) throw new Error(`there is no tenant ${slug}`)
      if (verb === 'plan' && word) {
        await setPlan(db, slug, plan(word))
        return void console.log(`Tenant ${slug} has the plan ${word}.`)
      }
      if (verb !== 'ini') throw misused(tenants)
      if (word === undefined) return void process.stdout.write(tenant.live.app_ini)
      await setAppIni(
        db,
        slug,
        word === '-' ? await text(process.stdin) : await readFile(word, 'utf8'),
      )
      console.log(`The settings of ${slug} are in force.`)
    })
  },
}
