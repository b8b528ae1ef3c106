import { scopes as allScopes } from '@mobieus/domain/platform'
import { createKey, listKeys, revokeKey, rotateKey } from '@mobieus/domain/admin'
import type { Database } from '@mobieus/db'
import { requireBody } from '../as-contract.ts'
import { form, whole, type Command, type Terminal } from '../command.ts'
import { withDatabase } from '../database.ts'
import { comingTime, instantOf } from '../instant.ts'
import { table } from '../table.ts'
import { environmentOf, partitionOf } from '../partition.ts'
import { validityOf } from '../validity.ts'

const create = form({
  verb: 'create',
  operands: ['SLUG'],
  options: {
    label: 'text',
    scopes: 'text',
    test: 'flag',
    user: 'text',
    rate: 'text',
    expires: 'text',
  },
  required: ['label'],
  async run({ operands: [slug], options }, terminal) {
    const environment = environmentOf(options.test)
    const key = keyOf(options)
    const { id, secret } = await withDatabase(terminal, async (db) =>
      createKey(db, { ...key, tenantId: await partitionOf(db, slug, environment), environment }),
    )
    terminal.print(`Key ${id}, shown this once:\n${secret}`)
  },
})

/** The key that the options ask for, as the operation would take it. */
function keyOf(options: {
  readonly label?: string
  readonly scopes?: string
  readonly user?: string
  readonly rate?: string
  readonly expires?: string
}) {
  const { label = '', scopes, user, rate, expires } = options
  const body = {
    label,
    scopes: scopes === undefined ? allScopes : scopesOf(scopes),
    requests_per_minute: rate === undefined ? null : whole('--rate', rate),
    expires_at: expires === undefined ? null : instantOf('--expires', expires),
  }
  requireBody('createApiKey', body, {
    label: '--label',
    scopes: '--scopes',
    requests_per_minute: '--rate',
    expires_at: '--expires',
  })
  return {
    label: body.label,
    scopes: body.scopes,
    userId: user === undefined ? undefined : whole('--user', user),
    rateLimit: body.requests_per_minute,
    expiresAt: body.expires_at === null ? null : comingTime('--expires', body.expires_at),
  }
}

function scopesOf(text: string): string[] {
  const scopes = text.split(',').map((scope) => scope.trim())
  if (scopes.includes('')) throw new Error(`--scopes wants scopes separated by commas, not ${text}`)
  const twice = scopes.find((scope, i) => scopes.indexOf(scope) < i)
  if (twice !== undefined) throw new Error(`--scopes names ${twice} twice`)
  const unknown = scopes.filter((scope) => !allScopes.includes(scope))
  if (unknown.length > 0)
    throw new Error(`no such scope: ${unknown.join(', ')}; there are ${allScopes.join(', ')}`)
  return scopes
}

const list = form({
  verb: 'list',
  operands: ['SLUG'],
  options: { test: 'flag' },
  async run({ operands: [slug], options: { test } }, terminal) {
    const rows = await withDatabase(terminal, async (db) =>
      listKeys(db, await partitionOf(db, slug, environmentOf(test))),
    )
    terminal.print(table(rows.map(presentKey)))
  },
})

const presentKey = (row: Awaited<ReturnType<typeof listKeys>>[number]) => ({
  id: row.id,
  label: row.label,
  key: `${row.prefix}…`,
  scopes: row.scopes.join(' '),
  'requests/min': row.rate_limit ?? 'default',
  'last used': row.last_used_at?.toISOString() ?? 'never',
  from: row.last_used_ip ?? '',
  state: validityOf(row),
})

const rotate = form({
  verb: 'rotate',
  operands: ['SLUG', 'ID'],
  options: { grace: 'text', test: 'flag' },
  async run({ operands: [slug, text], options: { grace, test } }, terminal) {
    const id = whole('ID', text)
    const hours = grace === undefined ? undefined : whole('--grace', grace)
    const rotated = await withKey(terminal, slug, test, (db, tenantId) =>
      rotateKey(db, tenantId, id, hours),
    )
    if (!rotated) throw new Error(`there is no key ${id}`)
    const until = rotated.olderUntil.toISOString()
    terminal.print(`Key ${id} has a new secret, shown this once:\n${rotated.secret}`)
    terminal.print(`Older ones are valid until ${until}.`)
  },
})

const revoke = form({
  verb: 'revoke',
  operands: ['SLUG', 'ID'],
  options: { test: 'flag' },
  async run({ operands: [slug, text], options: { test } }, terminal) {
    const id = whole('ID', text)
    if (!(await withKey(terminal, slug, test, (db, tenantId) => revokeKey(db, tenantId, id))))
      throw new Error(`there is no key ${id}`)
    terminal.print(`Key ${id} is revoked.`)
  },
})

const withKey = <T>(
  terminal: Terminal,
  slug: string,
  test: true | undefined,
  work: (db: Database, tenantId: number) => Promise<T>,
): Promise<T> =>
  withDatabase(terminal, async (db) => work(db, await partitionOf(db, slug, environmentOf(test))))

export const keys: Command = {
  name: 'keys',
  usage: [
    '  mobieus keys create SLUG --label TEXT [--scopes a,b] [--test] [--user ID] [--rate N] [--expires TIME]',
    '                                      without --scopes the key has all of them; TIME is a day',
    '                                      such as 2027-01-01, or an instant such as 2027-01-01T12:00:00Z',
    '  mobieus keys list SLUG [--test]',
    '  mobieus keys rotate SLUG ID [--grace HOURS] [--test]   another secret; the old one ends after',
    '                                      24 hours, or 0 to 72 of --grace',
    '  mobieus keys revoke SLUG ID [--test]',
  ],
  forms: [create, list, rotate, revoke],
}
