import type { Called, Platform, TestTenant } from './platform.ts'
import { buildWorld } from '../../world/world.ts'

/** A tenant with the documentation world, whose help desk is called with a key of every scope. */
export interface HelpDesk {
  readonly tenant: TestTenant
  read(path: string, key?: string): Promise<Called>
  write(path: string, body?: object, key?: string): Promise<Called>
  /** Entries of the audit log about a kind, the newest first. */
  audited(kind: string): Promise<object[]>
}

export async function openHelpDesk(platform: Platform): Promise<HelpDesk> {
  const tenant = await platform.addTenant()
  await buildWorld(platform, tenant.live.tenantId)
  const [everything, session] = [await tenant.key(), await tenant.session({ role: 4 })]
  const host = tenant.url
  const at = (path: string) => `/api/v1/helpdesk${path}`
  return {
    tenant,
    read: (path, key = everything) => platform.call(at(path), { key, host }),
    write: (path, body, key = everything) =>
      platform.call(at(path), { key, host, method: 'POST', body }),
    async audited(kind) {
      const log = `/api/admin/audit-log?limit=100&target_kind=${kind}`
      const { body } = await platform.call(log, { key: session, host })
      return body.data.map(({ action, target, before, after }: Record<string, unknown>) => ({
        ...{ action, target, before, after },
      }))
    },
  }
}
