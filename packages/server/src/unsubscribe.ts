import { subscriptionOf, unsubscribe, UNSUBSCRIBE_PATH } from '@mobieus/domain/help'
import { Router, type Request } from 'express'
import { isOfHost } from './of-host.ts'
import type { Services } from './services.ts'

const POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The page that the List-Unsubscribe of a mail leads to. One POST turns such mail off, without a cookie or a session
 * (RFC 8058). GET and HEAD change nothing, so a program that looks at every link of a mail does not either.
 */
export function unsubscribePage(services: Services): Router {
  const router = Router()
  router.use(UNSUBSCRIBE_PATH, (_req, res, next) => {
    res.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
      'Referrer-Policy': 'no-referrer',
    })
    next()
  })
  router.get(UNSUBSCRIBE_PATH, async (req, res) => {
    const found = await find(req, services)
    res
      .status(found ? 200 : 404)
      .type('html')
      .send(pageOf(found ? FORM : UNKNOWN))
  })
  router.post(UNSUBSCRIBE_PATH, async (req, res) => {
    const found = await find(req, services)
    if (!found) return void res.status(404).type('html').send(pageOf(UNKNOWN))
    await unsubscribe(services.db, found.tenantId, found.subscription, services.clock())
    res.type('html').send(pageOf(DONE))
  })
  return router
}

/** The subscription that a request names, of the tenant of its host. */
async function find(req: Request, services: Services) {
  const named = subscriptionOf(services.secrets, String(req.query.token ?? ''))
  return named && (await isOfHost(req, services, named.tenantId)) ? named : undefined
}

const pageOf = (content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Mail about tickets</title>
<h1>Mail about tickets</h1>
${content}
</html>
`

/** It posts to the address of the page itself. */
const FORM = `<p>Turn off mail of this kind? Answers to your tickets still reach you.</p>
<form method="post"><button>Turn off</button></form>`
const DONE = '<p>It is turned off.</p>'
const UNKNOWN = '<p>This link is not valid.</p>'
