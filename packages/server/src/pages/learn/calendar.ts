import { createHash } from 'node:crypto'
import { CALENDAR_PATH, readCalendar } from '@mobieus/domain/learn'
import { holdsIfNoneMatch } from '@mobieus/contract'
import { Router, type Request } from 'express'
import { originOf } from '../../called-origin.ts'
import { partitionsOf } from '../../of-host.ts'
import type { Services } from '../../services.ts'

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
  const tenant = await partitionsOf(req, services)
  for (const { id } of tenant ? [tenant.live, tenant.test] : []) {
    const text = await readCalendar(db, id, token, asked)
    if (text !== undefined) return text
  }
  return undefined
}
