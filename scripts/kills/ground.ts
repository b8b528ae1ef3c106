import { connect, migrate } from '../../packages/db/src/index.ts'
import { addTenant } from '../../test/support/http/tenants.ts'
import { argumentsOf, compilePrograms } from '../../test/support/process/compiled.ts'
import { freePort } from '../../test/support/process/free-port.ts'
import { startPhoenix } from '../../test/support/process/phoenix.ts'
import type { Api } from './call.ts'
import { startDurable } from './postgres.ts'
import type { Victim } from './victims.ts'

/** A tenant on a database of its own, and the processes that serve it. */
export interface Ground {
  readonly api: Api
  readonly tenantId: number
  readonly ownerUrl: string
  /** The variables of its processes. */
  readonly env: Readonly<Record<string, string>>
  /** The servers, the workers and PostgreSQL, each of which comes back when it is killed. */
  readonly victims: readonly Victim[]
  /** Ends all of it. */
  close(): Promise<void>
}

const APP_SECRET = 'test-secret-of-16'
const SERVERS = 2
const WORKERS = 2

/** Starts PostgreSQL, servers and workers, with these variables as well; only PostgreSQL is waited for. */
export async function openGround(more: Readonly<Record<string, string>> = {}): Promise<Ground> {
  await compilePrograms()
  const postgres = await startDurable()
  const { appUrl } = await migrate({ url: postgres.url, appSecret: APP_SECRET })
  const db = connect({ url: appUrl, max: 2 })
  const { live, key } = await addTenant(db, 0, [], { slug: 'killed' })
  const ports = await Promise.all(Array.from({ length: SERVERS }, freePort))
  const api = { ports, host: 'killed.localhost', key: await key() }
  await db.close()

  const env = {
    DATABASE_URL: postgres.url,
    APP_DATABASE_URL: appUrl,
    APP_SECRET,
    TENANT_ID: String(live.tenantId),
    WEBHOOK_ALLOW_PRIVATE: '1',
    LOG_LEVEL: 'silent',
    ...more,
  }
  const mobieus = argumentsOf('mobieus')
  const processes = [
    ...ports.map((port, i) =>
      startPhoenix(`server ${i + 1}`, [...mobieus, 'serve'], { ...env, PORT: String(port) }),
    ),
    ...Array.from({ length: WORKERS }, (_, i) =>
      startPhoenix(`worker ${i + 1}`, [...mobieus, 'worker'], env),
    ),
  ]
  return {
    ...{ api, env },
    tenantId: live.tenantId,
    ownerUrl: postgres.url,
    victims: [...processes, { name: 'PostgreSQL', kill: postgres.kill }],
    async close() {
      await Promise.all(processes.map((each) => each.end()))
      await postgres.stop()
    },
  }
}
