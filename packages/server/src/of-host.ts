import { Problem } from '@mobieus/contract'
import type { Request } from 'express'
import type { Partitions } from './directory.ts'
import type { Services } from './services.ts'
import { findTenant } from './stages/tenant.ts'

/** Whether a partition, which a link names, is of the tenant of the request's host. */
export async function isOfHost(
  req: Request,
  services: Services,
  tenantId: number,
): Promise<boolean> {
  const tenant = await partitionsOf(req, services)
  return tenant?.live.id === tenantId || tenant?.test.id === tenantId
}

/** The partitions of the tenant whose host a request names; `undefined` where it names none. */
export async function partitionsOf(
  req: Request,
  { config, directory }: Services,
): Promise<Partitions | undefined> {
  try {
    return await findTenant(req.headers.host, config, directory)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
