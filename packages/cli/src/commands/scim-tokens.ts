import { createToken, listTokens, revokeToken, rotateToken } from '@mobieus/domain/scim'
import type { Database } from '@mobieus/db'
import { requireBody } from '../as-contract.ts'
import { form, whole, type Command, type Terminal } from '../command.ts'
import { withDatabase } from '../database.ts'
import { comingTime, instantOf } from '../instant.ts'
import { partitionOf } from '../partition.ts'
import { table } from '../table.ts'
import { validityOf } from '../validity.ts'

const create = form({
  verb: 'create',
  operands: ['SLUG'],
  options: { label: 'text', expires: 'text' },
  required: ['label'],
  async run({ operands: [slug], options: { label = '', expires } }, terminal) {
    const expires_at = expires === undefined ? null : instantOf('--expires', expires)
    const names = { label: '--label', expires_at: '--expires' }
    requireBody('createScimToken', { label, expires_at }, names)
    const expiresAt = expires_at === null ? null : comingTime('--expires', expires_at)
    const { id, secret } = await withTokens(terminal, slug, (db, tenantId) =>
      createToken(db, { tenantId, label, expiresAt }),
    )
    terminal.print(`Token ${id}, shown this once:\n${secret}`)
  },
})

const list = form({
  verb: 'list',
  operands: ['SLUG'],
  options: {},
  async run({ operands: [slug] }, terminal) {
    terminal.print(table((await withTokens(terminal, slug, listTokens)).map(presentToken)))
  },
})

const presentToken = (row: Awaited<ReturnType<typeof listTokens>>[number]) => ({
  id: row.id,
  label: row.label,
  token: `${row.prefix}…`,
  'last used': row.last_used_at?.toISOString() ?? 'never',
  expires: row.expires_at?.toISOString() ?? 'never',
  state: validityOf(row),
})

const rotate = form({
  verb: 'rotate',
  operands: ['SLUG', 'ID'],
  options: { grace: 'text' },
  async run({ operands: [slug, text], options: { grace } }, terminal) {
    const id = whole('ID', text)
    const hours = grace === undefined ? undefined : whole('--grace', grace)
    const rotated = await withTokens(terminal, slug, (db, tenantId) =>
      rotateToken(db, tenantId, id, hours),
    )
    if (!rotated) throw new Error(`there is no token ${id}`)
    terminal.print(`Token ${id} has a new secret, shown this once:\n${rotated.secret}`)
    terminal.print(`The older one is valid until ${rotated.olderUntil.toISOString()}.`)
  },
})

const revoke = form({
  verb: 'revoke',
  operands: ['SLUG', 'ID'],
  options: {},
  async run({ operands: [slug, text] }, terminal) {
    const id = whole('ID', text)
    const found = await withTokens(terminal, slug, (db, tenantId) => revokeToken(db, tenantId, id))
    if (!found) throw new Error(`there is no token ${id}`)
    terminal.print(`Token ${id} is revoked.`)
  },
})

/** Providers keep members of the live partition in step. */
const withTokens = <T>(
  terminal: Terminal,
  slug: string,
  work: (db: Database, tenantId: number) => Promise<T>,
): Promise<T> => withDatabase(terminal, async (db) => work(db, await partitionOf(db, slug, 'live')))

export const scimTokens: Command = {
  name: 'scim-tokens',
  usage: [
    '  mobieus scim-tokens create SLUG --label TEXT [--expires TIME]   for an identity provider',
    '  mobieus scim-tokens list SLUG',
    '  mobieus scim-tokens rotate SLUG ID [--grace HOURS]   another secret; the old one ends after',
    '                                      24 hours, or 0 to 72 of --grace',
    '  mobieus scim-tokens revoke SLUG ID',
  ],
  forms: [create, list, rotate, revoke],
}
