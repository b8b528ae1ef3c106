import type { OperationRow } from '../../../packages/contract/src/index.ts'
import { transact, type Database, type Tx } from '../../../packages/db/src/index.ts'
import { createTenant, setAppIni } from '../../../packages/domain/src/index.ts'
import { accountList, insertAccount } from '../../../packages/domain/src/help/index.ts'
import { count, createOutbox } from '../../../packages/domain/src/kit/index.ts'
import { bySystem } from '../../../packages/domain/src/platform/by-system.ts'
import { scopes as allScopes } from '../../../packages/domain/src/platform/index.ts'
import {
  createKey,
  openSession,
  type CreatedTenant,
  type MintedKey,
  type NewKey,
  type NewTenant,
} from '../../../packages/domain/src/admin/index.ts'

import { createToken } from '../../../packages/domain/src/scim/index.ts'
import { scimTokenOf } from './scim-token.ts'
import { inboundSecretOf } from './inbound-secret.ts'
import { credentialOf, mintCredential, schemesOf, type NewTestCredential } from './credentials.ts'

export type NewTestTenant = Partial<NewTenant>
/** The properties of a new key; it is the super-admin's where no member is named. */
type NewTestKey = Partial<
  Pick<NewKey, 'scopes' | 'rateLimit' | 'expiresAt' | 'environment' | 'userId'>
>

interface NewTestSession {
  readonly environment?: 'live' | 'test'
  /** The role of its member; the super-admin's when left out. */
  readonly role?: number
  /** In many years when left out. */
  readonly expiresAt?: Date
}

/** Whether only a session may call an operation. */
export const bySession = (row: OperationRow): boolean =>
  row.security.every((entry) => 'sessionCookie' in entry)

/** Whether only a member whom a provider manages has what an operation answers. */
export const isOfManaged = ({ surface, resource }: OperationRow): boolean =>
  surface === 'scim' && resource === 'me'

const managedMember = (db: Database, tenantId: number): Promise<number | undefined> =>
  transact(db, tenantId, async ({ tx }) => {
    const users = tx.selectFrom('scim_users').select('user_id').where('tenant_id', '=', tenantId)
    return (await users.orderBy('user_id').limit(1).executeTakeFirst())?.user_id
  })

const firstOf = (tx: Tx, tenantId: number, role: number) =>
  tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('role', '=', role)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

const memberOf = (tx: Tx, tenantId: number, role: number) =>
  tx
    .insertInto('users')
    .values({ tenant_id: tenantId, username: `role-${role}`, display_name: `Role ${role}`, role })
    .returning('id')
    .executeTakeFirstOrThrow()

/** A tenant of a test, and how to call its API. */
export interface TestTenant extends CreatedTenant {
  readonly slug: string
  readonly url: string
  /** Mints a key, with every scope and no limit unless said otherwise; answers its secret. */
  key(options?: NewTestKey): Promise<string>
  /** The same, with the id of the key. */
  mint(options?: NewTestKey): Promise<MintedKey>
  /** Opens a session in the console; answers it as `platform.call` takes it for a key. */
  session(options?: NewTestSession): Promise<string>
  /** A credential of the kind that an operation asks for first. */
  credential(row: OperationRow, options?: NewTestCredential): Promise<string>
  /** Makes an e-mail account with the secret of the documentation world, where that is not; answers the secret. */
  addRelay(): Promise<string>
  /** Makes the SCIM token of the documentation world, where that is not. */
  addProvider(): Promise<void>
  /** Resolves when the servers know it. */
  setIni(text: string): Promise<void>
}

const DAY_MS = 24 * 60 * 60 * 1000

let tenants = 0

/** Creates a tenant; the secrets of its keys are noted in `secrets`, and `heard` waits until servers know of changes. */
export async function addTenant(
  db: Database,
  port: number,
  secrets: string[],
  tenant: NewTestTenant,
  heard: () => Promise<unknown> = async () => undefined,
): Promise<TestTenant> {
  const slug = tenant.slug ?? `tenant-${++tenants}`
  const admin = { username: 'founder', email: 'founder@example.com' }
  const created = await createTenant(db, { name: slug, plan: 'pro', admin, ...tenant, slug })

  async function mint({ environment = 'live', scopes = allScopes, ...rest }: NewTestKey = {}) {
    const { tenantId, adminId: userId } = created[environment]
    const owner = { tenantId, environment }
    const usual = { label: 'test', rateLimit: 0, userId }
    const minted = await createKey(db, { ...usual, ...rest, ...owner, scopes })
    secrets.push(minted.secret)
    return minted
  }

  async function session({ environment = 'live', role = 5, expiresAt }: NewTestSession = {}) {
    const { tenantId } = created[environment]
    const { token } = await transact(db, tenantId, async ({ tx }) => {
      const { id } = (await firstOf(tx, tenantId, role)) ?? (await memberOf(tx, tenantId, role))
      const opened = await openSession({ tx, tenantId, outbox: createOutbox() }, id, new Date())
      // Tests move their clock by days.
      const expires_at = expiresAt ?? new Date(Date.now() + 10 * 365 * DAY_MS)
      await tx
        .updateTable('sessions')
        .set({ expires_at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', opened.id)
        .execute()
      return opened
    })
    secrets.push(token)
    return credentialOf('sessionCookie', token)
  }

  const own: TestTenant = {
    ...created,
    slug,
    url: `http://${slug}.localhost:${port}`,
    mint,
    key: async (options) => (await mint(options)).secret,
    session,
    async credential(row, options) {
      const [scheme] = schemesOf(row)
      const { lacking: _, environment = 'live', ...rest } = options ?? {}
      // One that is public is called with a key as well.
      if (!scheme) return own.key({ environment, ...rest })
      const userId = isOfManaged(row) && (await managedMember(db, created[environment].tenantId))
      if (userId) return own.key({ environment, ...rest, userId })
      return mintCredential(scheme, own, options)
    },
    async addRelay() {
      const { tenantId } = created.live
      const { secret, hash: secret_hash } = inboundSecretOf(tenantId)
      const now = new Date()
      await bySystem(db, tenantId, now, async (ctx) => {
        const times = { secret_rotated_at: now, created_at: now }
        const account = { address: 'relay@example.com', name: 'Relay', ...times }
        await insertAccount(ctx, { ...account, secret_hash })
        count(ctx, accountList, 1)
      })
      secrets.push(secret)
      return secret
    },
    async setIni(text) {
      await setAppIni(db, slug, text)
      await heard()
    },
    async addProvider() {
      const { tenantId } = created.live
      const token = { label: 'Provider', expiresAt: null, tenantId }
      await createToken(db, { ...token, secret: scimTokenOf(tenantId).secret })
    },
  }
  return own
}
