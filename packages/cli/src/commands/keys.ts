import { parseArgs } from 'node:util'
import {
  createKey,
  findTenant,
  listKeys,
  revokeKey,
  rotateKey,
  scopes as allScopes,
} from '@mobieus/domain'
import type { Database } from '@mobieus/db'
import { readConfig } from '@mobieus/server'
import { misused, whole, words, type Command } from '../command.ts'
import { withDatabase } from '../database.ts'

export const keys: Command = {
  usage: [
    '  mobieus keys create SLUG --label TEXT [--scopes a,b] [--test] [--user ID] [--rate N] [--expires ISO]',
    '                                      without --scopes the key has all of them',
    '  mobieus keys list SLUG [--test]',
    '  mobieus keys rotate SLUG ID [--grace HOURS] [--test]   another secret; the old one ends after',
    '                                      24 hours, or 0 to 72 of --grace',
    '  mobieus keys revoke SLUG ID [--test]',
  ],
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        label: { type: 'string' },
        scopes: { type: 'string', default: allScopes.join(',') },
        test: { type: 'boolean', default: false },
        user: { type: 'string' },
        rate: { type: 'string' },
        expires: { type: 'string' },
        grace: { type: 'string' },
      },
    })
    const most = positionals[0] === 'rotate' || positionals[0] === 'revoke' ? 3 : 2
    const [verb, slug, id] = words(keys, positionals, most)
    if (!verb || !slug) throw misused(keys)
    const environment = values.test ? 'test' : 'live'
    await withDatabase(readConfig(process.env), async (db) => {
      const tenantId = await partitionOf(db, slug, environment)
      if (verb === 'create' && values.label)
        return create(db, tenantId, environment, { ...values, label: values.label })
      if (verb === 'list') return list(db, tenantId)
      if (verb === 'rotate' && id) return rotate(db, tenantId, whole('ID', id), values.grace)
      if (verb === 'revoke' && id) return revoke(db, tenantId, whole('ID', id))
      throw misused(keys)
    })
  },
}

async function partitionOf(db: Database, slug: string, environment: 'live' | 'test') {
  const tenant = await findTenant(db, slug)
  if (!tenant) throw new Error(`there is no tenant ${slug}`)
  return tenant[environment].id
}

interface CreateOptions {
  readonly label: string
  readonly scopes: string
  readonly user?: string
  readonly rate?: string
  readonly expires?: string
}

async function create(
  db: Database,
  tenantId: number,
  environment: 'live' | 'test',
  options: CreateOptions,
): Promise<void> {
  const minted = await createKey(db, {
    tenantId,
    environment,
    label: options.label,
    scopes: options.scopes.split(',').filter(Boolean),
    userId: options.user === undefined ? undefined : whole('--user', options.user),
    rateLimit: options.rate === undefined ? null : whole('--rate', options.rate),
    expiresAt: options.expires === undefined ? null : time('--expires', options.expires),
  })
  console.log(`Key ${minted.id}, shown this once:\n${minted.secret}`)
}

function time(option: string, text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime()))
    throw new Error(`${option} wants a time such as 2027-01-01, not ${text}`)
  if (date <= new Date())
    throw new Error(`${option} wants a time that is still to come, not ${text}`)
  return date
}

async function list(db: Database, tenantId: number): Promise<void> {
  const rows = await listKeys(db, tenantId)
  console.table(
    rows.map((row) => ({
      id: row.id,
      label: row.label,
      key: `${row.prefix}…`,
      scopes: row.scopes.join(' '),
      'requests/min': row.rate_limit ?? 'default',
      'last used': row.last_used_at?.toISOString() ?? 'never',
      from: row.last_used_ip ?? '',
      state: row.revoked_at
        ? 'revoked'
        : row.expires_at && row.expires_at < new Date()
          ? 'expired'
          : 'valid',
    })),
  )
}

async function rotate(db: Database, tenantId: number, id: number, grace?: string): Promise<void> {
  const hours = grace === undefined ? undefined : whole('--grace', grace)
  const rotated = await rotateKey(db, tenantId, id, hours)
  if (!rotated) throw new Error(`there is no key ${id}`)
  const until = rotated.olderUntil.toISOString()
  console.log(`Key ${id} has a new secret, shown this once:\n${rotated.secret}`)
  console.log(`Older ones are valid until ${until}.`)
}

async function revoke(db: Database, tenantId: number, id: number): Promise<void> {
  if (!(await revokeKey(db, tenantId, id))) throw new Error(`there is no key ${id}`)
  console.log(`Key ${id} is revoked.`)
}
