import { askForSeat, findOffer, invitedBy, SEATS_PATH, takeSeat } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { urlencoded, type Request, type Router } from 'express'
import { mailLinkPage, UNKNOWN_LINK, type Shown } from '../../mail-link-page.ts'
import { isOfHost } from '../../of-host.ts'
import type { Services } from '../../services.ts'

const MOST = 254
const ADDRESS = /^[^\s@]+@[^\s@]+$/

/**
 * The page of a cohort's seats. The link of a mail gives the member of its address a seat, by one POST and without a
 * session. At the link that everybody has, members ask for such a mail. GET and HEAD change nothing.
 */
export const seatsPage = (services: Services): Router =>
  mailLinkPage({
    path: SEATS_PATH,
    title: 'Your seat',
    form: urlencoded({ extended: false, limit: '16kb' }),
    get: (req) => show(req, services),
    post: (req) => take(req, services),
  })

async function show(req: Request, services: Services): Promise<Shown> {
  const found = await find(req, services)
  if (!found) return UNKNOWN_LINK
  const { courseTitle, by, isPersonal } = found.offer
  const text = `<p>${escaped(by)} has seats in the course “${escaped(courseTitle)}”.</p>`
  return [200, text + (isPersonal ? TAKE : ASK)]
}

/** Takes the seat, or sends a link to the address of the form. */
async function take(req: Request, services: Services): Promise<Shown> {
  const found = await find(req, services)
  if (!found) return UNKNOWN_LINK
  const [{ db }, now] = [services, services.clock()]
  const {
    invited,
    invited: { inviteId },
  } = found
  if (inviteId !== undefined) {
    const refused = await takeSeat(db, { ...invited, inviteId }, now)
    return refused === undefined ? [200, TAKEN] : [409, `<p role="alert">${escaped(refused)}</p>`]
  }
  const { email } = (req.body ?? {}) as Record<string, unknown>
  if (typeof email !== 'string' || email.length > MOST || !ADDRESS.test(email.trim()))
    return [422, `<p role="alert">Write your e-mail address.</p>${ASK}`]
  await askForSeat(db, invited, email.trim(), now)
  return [200, SENT]
}

/** The offer that a request names, of the tenant of its host. */
async function find(req: Request, services: Services) {
  const invited = invitedBy(services.secrets, String(req.query.token ?? ''))
  if (!invited || !(await isOfHost(req, services, invited.tenantId))) return undefined
  const offer = await findOffer(services.db, invited)
  return offer && { invited, offer }
}

/** Both post to the address of the page itself. */
const TAKE = '<form method="post"><button>Take the seat</button></form>'
const ASK = `<form method="post">
<p><label>Your e-mail address here<br><input type="email" name="email" autocomplete="email" maxlength="${MOST}" required></label></p>
<button>Send me a link</button>
</form>`
const TAKEN = '<p>The seat is yours, and you are enrolled in the course.</p>'
const SENT = '<p>Where a member has this address, a mail with a link is on its way to it.</p>'
