import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { createTenant, parseSettings, setAppIni } from '@mobieus/domain'
import type { Tenant } from '@mobieus/domain/kit'
import { appointSuperAdmin, findTenant, listTenants, setPlan } from '@mobieus/domain/admin'
import { requireBody } from '../as-contract.ts'
import { form, type Command, type Terminal } from '../command.ts'
import { withDatabase } from '../database.ts'
import { environmentOf, partitionOf } from '../partition.ts'
import { table } from '../table.ts'

const plans = ['starter', 'pro', 'creator_plus', 'sovereign'] as const

function planOf(text: string): Tenant['plan'] {
  const found = plans.find((each) => each === text)
  if (!found) throw new Error(`there is no plan ${text}; there are ${plans.join(', ')}`)
  return found
}

const create = form({
  verb: 'create',
  operands: ['SLUG'],
  options: { admin: 'text', email: 'text', name: 'text', plan: 'text' },
  required: ['admin', 'email'],
  async run({ operands: [slug], options }, terminal) {
    const { admin: username = '', email = '', name = slug } = options
    // A tenant is called what a member may be called.
    const admin = { username, email, display_name: name }
    const plan = planOf(options.plan ?? 'pro')
    requireBody('createUser', admin, {
      username: '--admin',
      email: '--email',
      display_name: '--name',
    })
    await withDatabase(terminal, async (db) => {
      if (await findTenant(db, slug)) throw new Error(`there is a tenant ${slug} already`)
      await createTenant(db, { slug, name: admin.display_name, plan, admin: { username, email } })
    })
    terminal.print(
      `Tenant ${slug} is there; mint a key with: mobieus keys create ${slug} --label …`,
    )
  },
})

const list = form({
  verb: 'list',
  async run(_given, terminal) {
    terminal.print(table(await withDatabase(terminal, listTenants)))
  },
})

const plan = form({
  verb: 'plan',
  operands: ['SLUG', 'PLAN'],
  async run({ operands: [slug, word] }, terminal) {
    const plan = planOf(word)
    await withDatabase(terminal, async (db) => {
      await partitionOf(db, slug, 'live')
      await setPlan(db, slug, plan)
    })
    terminal.print(`Tenant ${slug} has the plan ${plan}.`)
  },
})

const ini = form({
  verb: 'ini',
  operands: ['SLUG', '[FILE]'],
  async run({ operands: [slug, file] }, terminal) {
    const text = file === undefined ? undefined : await readIni(file, terminal)
    const before = await withDatabase(terminal, async (db) => {
      const tenant = await findTenant(db, slug)
      if (!tenant) throw new Error(`there is no tenant ${slug}`)
      if (text !== undefined) await setAppIni(db, slug, text)
      return tenant.live.app_ini
    })
    if (text !== undefined) terminal.print(`The settings of ${slug} are in force.`)
    else if (before !== '') terminal.print(before.replace(/\n$/, ''))
  },
})

async function readIni(file: string, { input }: Terminal): Promise<string> {
  const reading = file === '-' ? textOf(input) : readFile(file, 'utf8')
  const text = await reading.catch((error: Error) => {
    throw new Error(`${file} cannot be read: ${error.message}`)
  })
  parseSettings(text)
  return text
}

const admin = form({
  verb: 'admin',
  operands: ['SLUG', 'USERNAME'],
  options: { test: 'flag' },
  async run({ operands: [slug, username], options: { test } }, terminal) {
    const environment = environmentOf(test)
    const member = await withDatabase(terminal, async (db) =>
      appointSuperAdmin(db, await partitionOf(db, slug, environment), username),
    )
    terminal.print(`${member.username} (member ${member.id}) is a super-admin of ${slug}.`)
  },
})

export const tenants: Command = {
  name: 'tenants',
  usage: [
    '  mobieus tenants create SLUG --admin USERNAME --email ADDRESS [--name TEXT] [--plan PLAN]',
    '  mobieus tenants list',
    '  mobieus tenants plan SLUG PLAN      move a tenant to another plan',
    '  mobieus tenants ini SLUG [FILE]     print its app.ini, or replace it with FILE (- is stdin)',
    '  mobieus tenants admin SLUG USERNAME [--test]   make a member a super-admin, and lift what',
    '                                      keeps them from acting as one',
  ],
  forms: [create, list, plan, ini, admin],
}
