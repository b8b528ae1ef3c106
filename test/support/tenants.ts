import type { Database } from '../../packages/db/src/index.ts'
import {
  createKey,
  createTenant,
  scopes as allScopes,
  setAppIni,
  type CreatedTenant,
  type MintedKey,
  type NewKey,
  type NewTenant,
} from '../../packages/domain/src/index.ts'

export type NewTestTenant = Partial<NewTenant>
type NewTestKey = Partial<Pick<NewKey, 'scopes' | 'rateLimit' | 'expiresAt' | 'environment'>>

/** A tenant of a test, and how to call its API. */
export interface TestTenant extends CreatedTenant {
  readonly slug: string
  readonly url: string
  /** Mints a key, with every scope and no limit unless said otherwise; answers its secret. */
  key(options?: NewTestKey): Promise<string>
  /** The same, with the id of the key. */
  mint(options?: NewTestKey): Promise<MintedKey>
  setIni(text: string): Promise<void>
}

let tenants = 0

/** Creates a tenant; the secrets of its keys are noted in `secrets`. */
export async function addTenant(
  db: Database,
  port: number,
  secrets: string[],
  tenant: NewTestTenant,
): Promise<TestTenant> {
  const slug = tenant.slug ?? `tenant-${++tenants}`
  const admin = { username: 'founder', email: 'founder@example.com' }
  const created = await createTenant(db, { name: slug, plan: 'pro', admin, ...tenant, slug })

  async function mint({ environment = 'live', scopes = allScopes, ...rest }: NewTestKey = {}) {
    const { tenantId, adminId: userId } = created[environment]
    const owner = { tenantId, userId, environment }
    const minted = await createKey(db, { label: 'test', rateLimit: 0, ...rest, ...owner, scopes })
    secrets.push(minted.secret)
    return minted
  }

  return {
    ...created,
    slug,
    url: `http://${slug}.localhost:${port}`,
    mint,
    key: async (options) => (await mint(options)).secret,
    setIni: (text) => setAppIni(db, slug, text),
  }
}
