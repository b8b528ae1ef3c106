import type { Database } from '@mobieus/db'
import { listTenants } from '@mobieus/domain'
import type { Logger } from 'pino'

/** A partition as it is listed. */
export type Listed = Awaited<ReturnType<typeof listTenants>>[number]

/**
 * Does these things, by their names, in every partition of every tenant, one after the other. One that
 * fails is logged and keeps nothing else from being done, for this tenant or another; at the end the job
 * has failed, so that the queue tries it again.
 */
export async function inEveryTenant(
  db: Database,
  log: Logger,
  works: Readonly<Record<string, (tenant: Listed) => Promise<void>>>,
): Promise<void> {
  let failures = 0
  for (const tenant of await listTenants(db))
    for (const [name, work] of Object.entries(works))
      await work(tenant).catch((error: unknown) => {
        failures++
        const { slug, environment } = tenant
        log.error({ err: error, tenant: slug, environment }, `${name} failed`)
      })
  if (failures > 0) throw new Error(`${failures} failures, which the log tells one by one`)
}
