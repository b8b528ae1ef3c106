import { rateTicket, RATING_PATH, ticketOfRating } from '@mobieus/domain/help'
import { Router, urlencoded, type Request } from 'express'
import { isOfHost } from './of-host.ts'
import type { Services } from './services.ts'

const POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const MOST = 1000

/**
 * The page that the mail leads to which asks a requester how they were helped. POST keeps what they say, without a
 * cookie or a session. GET and HEAD change nothing, so a program that looks at every link of a mail does not either.
 */
export function ratingPage(services: Services): Router {
  const router = Router()
  router.use(RATING_PATH, (_req, res, next) => {
    res.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
      'Referrer-Policy': 'no-referrer',
    })
    next()
  })
  router.get(RATING_PATH, async (req, res) => {
    const found = await find(req, services)
    const [status, content] = found ? [200, FORM] : [404, UNKNOWN]
    res.status(status).type('html').send(pageOf(content))
  })
  router.post(RATING_PATH, urlencoded({ extended: false, limit: '16kb' }), async (req, res) => {
    const [status, content] = await keep(req, services)
    res.status(status).type('html').send(pageOf(content))
  })
  return router
}

/** Keeps what a form says; answers the status and the content of the page. */
async function keep(req: Request, services: Services): Promise<readonly [number, string]> {
  const found = await find(req, services)
  if (!found) return [404, UNKNOWN]
  const { rating, comment = '' } = (req.body ?? {}) as Record<string, unknown>
  if (rating !== 'good' && rating !== 'bad') return [422, `<p>rating is good or bad.</p>${FORM}`]
  if (typeof comment !== 'string' || comment.length > MOST)
    return [422, `<p>comment has at most ${MOST} characters.</p>${FORM}`]
  const said = { rating, comment: comment.trim() || null } as const
  const isKept = await rateTicket(services.db, found, said, services.clock())
  return isKept ? [200, DONE] : [410, OVER]
}

/** The ticket that a request names, of the tenant of its host. */
async function find(req: Request, services: Services) {
  const named = ticketOfRating(services.secrets, String(req.query.token ?? ''))
  return named && (await isOfHost(req, services, named.tenantId)) ? named : undefined
}

const pageOf = (content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>How did we help?</title>
<h1>How did we help?</h1>
${content}
</html>
`

/** It posts to the address of the page itself. */
const FORM = `<form method="post">
<p><label><input type="radio" name="rating" value="good" required> Good</label>
<label><input type="radio" name="rating" value="bad"> Bad</label></p>
<p><label>Comment<br><textarea name="comment" maxlength="${MOST}" rows="5" cols="40"></textarea></label></p>
<button>Send</button>
</form>`
const DONE = '<p>Thank you. You can change it for a day.</p>'
const OVER = '<p>This can be answered no longer.</p>'
const UNKNOWN = '<p>This link is not valid.</p>'
