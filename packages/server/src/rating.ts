import { rateTicket, RATING_PATH, ticketOfRating } from '@mobieus/domain/help'
import { urlencoded, type Request, type Router } from 'express'
import { mailLinkPage, UNKNOWN_LINK, type Shown } from './mail-link-page.ts'
import { isOfHost } from './of-host.ts'
import type { Services } from './services.ts'

const MOST = 1000

/**
 * The page that the mail leads to which asks a requester how they were helped. POST keeps what they say, without a
 * cookie or a session. GET and HEAD change nothing, so a program that looks at every link of a mail does not either.
 */
export const ratingPage = (services: Services): Router =>
  mailLinkPage({
    path: RATING_PATH,
    title: 'How did we help?',
    form: urlencoded({ extended: false, limit: '16kb' }),
    get: async (req) => ((await find(req, services)) ? [200, FORM] : UNKNOWN_LINK),
    post: (req) => keep(req, services),
  })

/** Keeps what a form says; answers the status and the content of the page. */
async function keep(req: Request, services: Services): Promise<Shown> {
  const found = await find(req, services)
  if (!found) return UNKNOWN_LINK
  const { rating, comment = '' } = (req.body ?? {}) as Record<string, unknown>
  if (rating !== 'good' && rating !== 'bad')
    return [422, `<p role="alert">Choose good or bad (rating).</p>${FORM}`]
  if (typeof comment !== 'string' || comment.length > MOST)
    return [422, `<p role="alert">A comment has at most ${MOST} characters.</p>${FORM}`]
  const said = { rating, comment: comment.trim() || null } as const
  const end = await rateTicket(services.db, found, said, services.clock())
  if (end === 'kept') services.metrics.rated(rating)
  return end === 'over' ? [410, OVER] : [200, DONE]
}

/** The ticket that a request names, of the tenant of its host. */
async function find(req: Request, services: Services) {
  const named = ticketOfRating(services.secrets, String(req.query.token ?? ''))
  return named && (await isOfHost(req, services, named.tenantId)) ? named : undefined
}

/** It posts to the address of the page itself. */
const FORM = `<form method="post">
<fieldset><legend>The help was</legend>
<label><input type="radio" name="rating" value="good" required>good</label>
<label><input type="radio" name="rating" value="bad">bad</label></fieldset>
<p><label>Comment<textarea name="comment" maxlength="${MOST}" rows="5"></textarea></label></p>
<button>Send</button>
</form>`
const DONE = '<p>Thank you. You can change it for a day.</p>'
const OVER = '<p>This can be answered no longer.</p>'
