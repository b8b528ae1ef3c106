import { createHash } from 'node:crypto'
import { CALENDAR_PATH, readCalendar } from '@mobieus/domain/learn'
import { holdsIfNoneMatch, Problem } from '@mobieus/contract'
import { Router, type Request } from 'express'
import { originOf } from '../../called-origin.ts'
import type { Services } from '../../services.ts'
import { findTenant } from '../../stages/tenant.ts'

const UNKNOWN = 'There is no such calendar.\n'

/**
 * The live sessions of a member as iCalendar, for the programs that subscribe to it. The token is all that they have. A
 * calendar that has not changed is 304.
 */
export function calendarPage(services: Services): Router {
  const router = Router()
  router.get(CALENDAR_PATH, async (req, res) => {
    res.set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' })
    const text = await find(req, services)
    if (text === undefined) return void res.status(404).type('text').send(UNKNOWN)
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    res.set('ETag', etag)
    const sent = req.headers['if-none-match']
    if (sent !== undefined && !holdsIfNoneMatch(sent, etag)) return void res.status(304).end()
    res.set('Content-Disposition', 'inline; filename="live-sessions.ics"')
    res.type('text/calendar; charset=utf-8').send(text)
  })
  return router
}

/** The calendar that the token of a request opens, in one of the partitions of its host. */
async function find(req: Request, services: Services): Promise<string | undefined> {
  const { token } = req.query
  if (typeof token !== 'string') return undefined
  const { db, clock } = services
  const asked = { origin: originOf(req.headers.host?.toLowerCase()), now: clock() }
  for (const id of await partitionsOf(req, services)) {
    const text = await readCalendar(db, id, token, asked)
    if (text !== undefined) return text
  }
  return undefined
}

async function partitionsOf(req: Request, { config, directory }: Services): Promise<number[]> {
  try {
    const tenant = await findTenant(req.headers.host, config, directory)
    return tenant ? [tenant.live.id, tenant.test.id] : []
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}
