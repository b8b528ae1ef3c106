import { subscriptionOf, unsubscribe, UNSUBSCRIBE_PATH } from '@mobieus/domain/help'
import type { Request, Router } from 'express'
import { mailLinkPage, UNKNOWN_LINK } from './mail-link-page.ts'
import { isOfHost } from './of-host.ts'
import type { Services } from './services.ts'

/**
 * The page that the List-Unsubscribe of a mail leads to. One POST turns such mail off, without a cookie or a session
 * (RFC 8058). GET and HEAD change nothing, so a program that looks at every link of a mail does not either.
 */
export const unsubscribePage = (services: Services): Router =>
  mailLinkPage({
    path: UNSUBSCRIBE_PATH,
    title: 'Mail about tickets',
    get: async (req) => ((await find(req, services)) ? [200, FORM] : UNKNOWN_LINK),
    async post(req) {
      const found = await find(req, services)
      if (!found) return UNKNOWN_LINK
      await unsubscribe(services.db, found.tenantId, found.subscription, services.clock())
      return [200, '<p>It is turned off.</p>']
    },
  })

/** The subscription that a request names, of the tenant of its host. */
async function find(req: Request, services: Services) {
  const named = subscriptionOf(services.secrets, String(req.query.token ?? ''))
  return named && (await isOfHost(req, services, named.tenantId)) ? named : undefined
}

/** It posts to the address of the page itself. */
const FORM = `<p>Turn off mail of this kind? Answers to your tickets still reach you.</p>
<form method="post"><button>Turn off</button></form>`
