import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  connect,
  createSecrets,
  directory,
  transact,
  type AppSecrets,
  type Database,
} from '@mobieus/db'
import { createTenant } from '@mobieus/domain'
import { postList, userList } from '@mobieus/domain/core'
import { openStorage, readCounter, type StorageConfig } from '@mobieus/domain/kit'
import { scopes } from '@mobieus/domain/platform'
import { createKey, findTenant } from '@mobieus/domain/admin'
import { createToken } from '@mobieus/domain/scim'
import { furnishExamples, furnishPlaces } from './examples.ts'
import { DAY_MS, DAYS, fillCommunity } from './fill.ts'

/** The demo community as it stands. */
export interface Demo {
  readonly slug: string
  readonly secret: string
  /** A SCIM token, for an identity provider to be tried with. */
  readonly scimToken: string
  readonly users: number
  readonly posts: number
}

/** The storage of files, and the secrets. */
type DemoConfig = AppSecrets & {
  readonly storage: StorageConfig
  readonly demoModelKey: string | undefined
}

const SLUG = 'demo'

/** Makes the demo community unless it is there, and finds or mints a key to it, kept in the folder. */
export async function prepareDemo(
  appUrl: string,
  config: DemoConfig,
  folder: string,
  log: (line: string) => void,
): Promise<Demo> {
  const db = connect({ url: appUrl, max: 2, applicationName: 'mobieus demo' })
  try {
    const found = await findTenant(db, SLUG)
    const tenantId = found?.live.id ?? (await create(db, config, log))
    const partition = { tenantId }
    const [users, posts] = await transact(db, tenantId, ({ tx }) =>
      Promise.all([
        readCounter({ ...partition, tx }, userList.name),
        readCounter({ ...partition, tx }, postList.name),
      ]),
    )
    const place = { db, tenantId, folder }
    const [secret, scimToken] = [await keptSecret(place, KEY), await keptSecret(place, SCIM_TOKEN)]
    return { slug: SLUG, secret, scimToken, users, posts }
  } finally {
    await db.close()
  }
}

async function create(
  db: Database,
  config: DemoConfig,
  log: (line: string) => void,
): Promise<number> {
  log('Seeding the demo community …')
  const admin = { username: 'mod_alice', email: 'alice@example.com' }
  const begin = new Date(Date.now() - DAYS * DAY_MS)
  const tenant = { slug: SLUG, name: 'Demo Community', plan: 'pro', admin } as const
  const created = await createTenant(db, tenant, begin)
  const { tenantId } = created.live
  await furnishPlaces(db, tenantId, begin)
  await fillCommunity(db, tenantId, begin, log)
  await furnishExamples(db, tenantId, new Date(), {
    storage: openStorage(config.storage),
    secrets: createSecrets(config),
    modelKey: config.demoModelKey,
  })
  return tenantId
}

/** A credential of the demo: the file that has its secret, the tenant by the secret's hash, and how it is made. */
interface Credential {
  readonly file: string
  readonly find: (db: Database, hash: Buffer) => Promise<{ readonly tenant_id: number } | undefined>
  readonly make: (db: Database, tenantId: number) => Promise<{ readonly secret: string }>
}

const KEY: Credential = {
  file: 'demo-key',
  find: (db, hash) =>
    directory(db)
      .selectFrom('api_key_directory')
      .select('tenant_id')
      .where('key_hash', '=', hash)
      .executeTakeFirst(),
  make: (db, tenantId) => createKey(db, { tenantId, environment: 'live', label: 'Demo', scopes }),
}

const SCIM_TOKEN: Credential = {
  file: 'demo-scim-token',
  find: (db, hash) =>
    directory(db)
      .selectFrom('scim_token_directory')
      .select('tenant_id')
      .where('token_hash', '=', hash)
      .executeTakeFirst(),
  make: (db, tenantId) => createToken(db, { tenantId, label: 'Demo', expiresAt: null }),
}

interface Place {
  readonly db: Database
  readonly tenantId: number
  readonly folder: string
}

/**
 * A credential for the curl lines. Its secret is kept beside the demo's data, readable by its owner only, so
 * that every start prints the same one. A real one is shown once and kept nowhere.
 */
async function keptSecret({ db, tenantId, folder }: Place, one: Credential): Promise<string> {
  const file = path.join(folder, one.file)
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept && (await isValid(db, kept, tenantId, one))) return kept
  const { secret } = await one.make(db, tenantId)
  await mkdir(folder, { recursive: true })
  await writeFile(file, secret, { mode: 0o600 })
  await chmod(file, 0o600)
  return secret
}

async function isValid(db: Database, secret: string, tenantId: number, { find }: Credential) {
  const row = await find(db, createHash('sha256').update(secret).digest())
  return row?.tenant_id === tenantId
}
