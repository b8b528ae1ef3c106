import { connect, type Database } from '../../packages/db/src/index.ts'
import {
  createKey,
  createTenant,
  scopes as allScopes,
  setAppIni,
  type CreatedTenant,
  type NewKey,
  type NewTenant,
} from '../../packages/domain/src/index.ts'
import { readConfig, serve, type RunningServer } from '../../packages/server/src/index.ts'
import { createClock, type Clock } from './clock.ts'
import { localFetch } from './local-fetch.ts'
import { testDatabase } from './postgres.ts'
import { createWitness, type Witness } from './witness.ts'

/** A tenant of a test, and how to call its API. */
export interface TestTenant extends CreatedTenant {
  readonly slug: string
  readonly url: string
  /** Mints a key, with every scope unless said otherwise; answers its secret. */
  key(options?: Partial<Pick<NewKey, 'scopes' | 'rateLimit' | 'expiresAt' | 'environment'>>): Promise<string>
  setIni(text: string): Promise<void>
}

/** What one call says. `key: null` calls without a key. */
export interface Call {
  readonly method?: string
  readonly key?: string | null
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly host?: string
}

/** An answer, its body read as JSON where it is JSON. */
export interface Called {
  readonly status: number
  readonly headers: Headers
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into any body
  readonly body: any
  readonly text: string
}

/** A server on a database of its own, with the tenant `demo`, watched by a judge. */
export interface Platform {
  readonly server: RunningServer
  readonly db: Database
  readonly clock: Clock
  readonly witness: Witness
  readonly tenant: TestTenant
  readonly url: string
  /** A key of `demo` with every scope and no limit. */
  readonly secret: string
  addTenant(options?: Partial<NewTenant>): Promise<TestTenant>
  /** Calls a path of `demo`, or of the tenant whose `host` is given. */
  call(path: string, call?: Call): Promise<Called>
  close(): Promise<void>
}

let tenants = 0

/** Starts it in this process. About 0.2 s. */
export async function startPlatform(
  options: { config?: Partial<ReturnType<typeof readConfig>>; docsFolder?: string } = {},
): Promise<Platform> {
  const database = await testDatabase()
  const db = connect({ url: database.appUrl, max: 5 })
  const clock = createClock()
  const witness = createWitness()
  const config = {
    ...readConfig({ PORT: '0', APP_SECRET: 'test-secret-of-16', LOG_LEVEL: 'error' }),
    ...options.config,
  }
  const server = await serve({
    config,
    databaseUrl: database.appUrl,
    docsFolder: options.docsFolder,
    clock: clock.now,
    observe: witness.observe,
    poolSize: 20,
  })

  async function addTenant(tenant: Partial<NewTenant> = {}): Promise<TestTenant> {
    const slug = tenant.slug ?? `tenant-${++tenants}`
    const created = await createTenant(db, {
      name: slug,
      plan: 'pro',
      admin: { username: 'founder', email: 'founder@example.com' },
      ...tenant,
      slug,
    })
    return {
      ...created,
      slug,
      url: `http://${slug}.localhost:${server.port}`,
      async key({ environment = 'live', scopes = allScopes, ...rest } = {}) {
        const { tenantId, adminId: userId } = created[environment]
        const minted = await createKey(db, {
          label: 'test',
          rateLimit: 0,
          ...rest,
          tenantId,
          userId,
          environment,
          scopes,
        })
        return minted.secret
      },
      setIni: (text) => setAppIni(db, slug, text),
    }
  }

  const tenant = await addTenant({ slug: 'demo', name: 'Demo Community' })
  const secret = await tenant.key()

  async function call(path: string, { method, key = secret, body, headers, host }: Call = {}): Promise<Called> {
    const response = await localFetch(`${host ?? tenant.url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text !== ''
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined }
  }

  return {
    server,
    db,
    clock,
    witness,
    tenant,
    url: tenant.url,
    secret,
    addTenant,
    call,
    async close() {
      await server.close(1000)
      await db.close()
      await database.drop()
      await witness.settle()
    },
  }
}
