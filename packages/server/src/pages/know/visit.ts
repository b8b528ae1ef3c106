import { reader } from '@mobieus/db'
import { Problem } from '@mobieus/contract'
import { webAudience } from '@mobieus/domain/know'
import { settingOf, type Partition } from '@mobieus/domain/kit'
import type { Request } from 'express'
import { sessionCookie } from '../../credentials/session-cookie.ts'
import type { Partitions } from '../../directory.ts'
import type { Services } from '../../services.ts'
import { findTenant } from '../../stages/tenant.ts'
import { STYLE_PATH } from './style.ts'

/** A request for a page of a tenant's wiki. */
export interface Visit {
  readonly partition: Partition
  /** The host as its visitors know it, with the scheme. */
  readonly origin: string
  readonly name: string
  /** Whether anybody may read; otherwise only members who are signed in. */
  readonly isOpen: boolean
  readonly stylePath: string
}

/** The visit that a request is: `none` where its host has no tenant, `closed` where it may not read. */
export async function visitOf(
  req: Request,
  services: Services,
): Promise<Visit | 'none' | 'closed'> {
  const { config, db } = services
  const host = await tenantOf(req, services)
  if (!host) return 'none'
  const { live } = host
  const isOpen = settingOf(live.settings, webAudience) === 'public'
  if (!isOpen && !(await isSignedIn(req, services, host))) return 'closed'
  return {
    partition: { tx: reader(db, live.id), tenantId: live.id },
    origin: `${config.production ? 'https' : 'http'}://${(req.headers.host ?? '').toLowerCase()}`,
    name: live.name,
    isOpen,
    stylePath: STYLE_PATH,
  }
}

async function isSignedIn(req: Request, services: Services, host: Partitions): Promise<boolean> {
  const place = { host, services, now: services.clock() }
  const token = sessionCookie.read(req, place)
  const found = token === undefined ? undefined : await sessionCookie.identify(token, place)
  return found?.tenant.id === host.live.id
}

async function tenantOf(req: Request, { config, directory }: Services) {
  try {
    return await findTenant(req.headers.host, config, directory)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
