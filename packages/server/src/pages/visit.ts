import { reader } from '@mobieus/db'
import { settingOf, type Partition, type Session, type Setting } from '@mobieus/domain/kit'
import type { Request } from 'express'
import { originOf } from '../called-origin.ts'
import { sentSession, sessionCookie } from '../credentials/session-cookie.ts'
import type { Partitions } from '../directory.ts'
import { partitionsOf } from '../of-host.ts'
import type { Services } from '../services.ts'

/** A request for a page of a tenant. */
export interface Visit {
  readonly partition: Partition
  /** The host as its visitors know it, with the scheme. */
  readonly origin: string
  readonly name: string
  /** Whether anybody may read; otherwise only members who are signed in. */
  readonly isOpen: boolean
  /** The session of a member who is signed in. */
  readonly session: Session | undefined
}

/**
 * The visit that a request is: `none` where its host has no tenant, `closed` where the audience is members and it is of
 * none.
 */
export async function visitOf(
  req: Request,
  services: Services,
  audience: Setting<string>,
): Promise<Visit | 'none' | 'closed'> {
  const { db } = services
  const host = await partitionsOf(req, services)
  if (!host) return 'none'
  const { live } = host
  const isOpen = settingOf(live.settings, audience) === 'public'
  const session = await sessionOf(req, services, host)
  if (!isOpen && !session) return 'closed'
  return {
    partition: { tx: reader(db, live.id), tenantId: live.id },
    origin: originOf(req.headers.host?.toLowerCase()),
    name: live.name,
    isOpen,
    session,
  }
}

/** The session of a member of the tenant, who signs in to the pages and to the console at once. */
async function sessionOf(req: Request, services: Services, host: Partitions) {
  const token = isGoneTo(req)
    ? sentSession(req, services.config)
    : sessionCookie.read(req, { host, services, now: services.clock() })
  if (token === undefined) return undefined
  const found = await sessionCookie.identify(token, { host, services, now: services.clock() })
  if (found?.tenant.id !== host.live.id || found.caller.kind !== 'session') return undefined
  return found.caller
}

/** Whether a reader goes to a page, by a link from wherever: no other page sees what it then shows. */
const isGoneTo = ({ method, headers }: Request): boolean =>
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document'
