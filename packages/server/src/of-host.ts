import { Problem } from '@mobieus/contract'
import type { Request } from 'express'
import type { Services } from './services.ts'
import { findTenant } from './stages/tenant.ts'

/** Whether a partition, which a link names, is of the tenant of the request's host. */
export async function isOfHost(
  req: Request,
  { config, directory }: Services,
  tenantId: number,
): Promise<boolean> {
  try {
    const tenant = await findTenant(req.headers.host, config, directory)
    return tenant?.live.id === tenantId || tenant?.test.id === tenantId
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
