import { problem } from '@mobieus/domain/kit'
import type { ServerConfig } from '../config.ts'
import type { Directory, Partitions } from '../directory.ts'
import { refuse } from '../http/faults.ts'

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** The host of a `Host` header in lower case, without port and trailing dot. */
function hostname(header: string | undefined): string {
  const host = (header ?? '').toLowerCase()
  const name = host.includes(':') ? host.replace(/:\d*$/, '') : host
  return name.endsWith('.') ? name.slice(0, -1) : name
}

/** The tenant's slug in a host, `null` for a bare host, `undefined` for one that is not ours. */
export function slugOf(
  header: string | undefined,
  config: ServerConfig,
): string | null | undefined {
  const host = hostname(header)
  for (const base of config.baseDomains) {
    if (host === base) return null
    if (!host.endsWith(`.${base}`)) continue
    const slug = host.slice(0, -base.length - 1)
    return SLUG.test(slug) ? slug : undefined
  }
  return config.production || !/^(?:\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])$/.test(host)
    ? undefined
    : null
}

/**
 * The tenant that the host names. `400` without a host; `404 tenant_not_found` for an unknown one, and
 * for a bare one in production. In development a bare host answers `undefined`, and the key decides.
 */
export function findTenant(
  header: string | undefined,
  config: ServerConfig,
  directory: Directory,
): Promise<Partitions | undefined> | Partitions | undefined {
  if (header === undefined) throw noHost()
  const slug = slugOf(header, config)
  if (slug === null && !config.production) return undefined
  if (!slug) throw tenantNotFound()
  const found = directory.tenant(slug)
  if (!(found instanceof Promise)) return found
  return found.then((tenant) => {
    if (!tenant) throw tenantNotFound()
    return tenant
  })
}

const noHost = () =>
  refuse(400, 'invalid_request', 'The request', [
    { field: 'host', code: 'required', message: 'is required' },
  ])

export const tenantNotFound = () => problem('tenant_not_found', 'No tenant has this host.')
