import type { Setting } from '@mobieus/domain/kit'
import { urlencoded, type Request, type Response, type Router } from 'express'
import { cookieName, cookieOf } from '../credentials/session-cookie.ts'
import type { Router as Dispatch } from '../http/router.ts'
import { callFor, type InnerAnswer, type InnerCall } from '../inner-call.ts'
import type { Services } from '../services.ts'
import { closedDocument, type Framed } from './document.ts'
import { send } from './send.ts'
import { STILL_SIGNED_IN } from './sign-in.ts'
import { signOutCall } from './sign-out.ts'
import { visitOf, type Visit } from './visit.ts'

const A_YEAR = 'public, max-age=31536000, immutable'

/** So many fields has a form, unless its site says otherwise. */
const MOST_FIELDS = 1000

/**
 * An answer of a page: its text, `undefined` where there is no such page, the path where it is, or why it is not shown.
 */
export type Shown = string | undefined | { readonly movedTo: string } | { readonly refusal: string }

type Show = (visit: Visit, req: Request) => Promise<Shown>

/** The call that a form asks for, and where its reader is led afterwards. */
export interface Asked {
  readonly call: InnerCall
  /** Answers the path, for what the operation has answered. */
  readonly leadsTo?: (data: unknown) => string
  /** Answers a page instead, which leads to where no form may: to another host. */
  readonly answers?: (data: unknown) => string
  /** The text that was sent, to be taken up again. */
  readonly text?: string
}

/** The pages of a surface on the host of a tenant. */
interface Site {
  /** The path of its pages. */
  readonly base: string
  /** Whether anybody may read (`public`). */
  readonly audience: Setting<string>
  readonly style: { readonly path: string; readonly text: string }
  /** The longest body of a form. */
  readonly formLimit: string
  /** The most fields of a form. */
  readonly formFields?: number
  frame(visit: Visit, page: Framed): string
  missing(visit: Visit): string
  /** Told to somebody who is not signed in, or came from a page of another host. */
  signIn(visit: Visit, req: Request): string
  /** Says why a form was not kept. */
  unkept(visit: Visit, req: Request, answer: InnerAnswer, text?: string): string
}

/** A form that calls for nothing yet: its page, which says why. */
interface Faulty {
  readonly faulty: string
}

type Answered = Asked | Faulty | undefined
type Ask = (visit: Visit, req: Request) => Answered | Promise<Answered>

/**
 * Adds the pages of a surface to a router. A page changes nothing; a form calls an operation of the contract in the
 * reader's name.
 */
export function siteOn(router: Router, services: Services, dispatch: Dispatch, site: Site) {
  const fields = urlencoded({
    ...{ extended: false, limit: site.formLimit },
    parameterLimit: site.formFields ?? MOST_FIELDS,
  })
  const closed = closedDocument(site.style.path)

  router.get(site.style.path, (_req, res) => {
    res.set('Cache-Control', A_YEAR).type('css').send(site.style.text)
  })

  /** The visit of a request that may read; the others are answered. */
  async function admitted(req: Request, res: Response) {
    const visit = await visitOf(req, services, site.audience)
    if (visit === 'none') res.status(404).type('text').send('No tenant has this host.\n')
    else if (visit === 'closed') send(req, res, { text: closed, isShared: false, status: 403 })
    else return visit
    return undefined
  }

  function answer(req: Request, res: Response, visit: Visit, shown: Shown, type?: string): void {
    const isShared = visit.isOpen && !visit.session
    if (typeof shown === 'string') return send(req, res, { text: shown, type, isShared })
    if (shown === undefined)
      return send(req, res, { text: site.missing(visit), isShared, status: 404 })
    if ('refusal' in shown)
      return send(req, res, { text: shown.refusal, isShared: false, status: 403 })
    // A page may get its former address back, so no browser keeps this.
    res.set('Cache-Control', 'no-cache').redirect(301, shown.movedTo)
  }

  /** Does what a form asks for, and leads on from there; or says why it was not done. */
  async function keep(req: Request, res: Response, visit: Visit, ask: Ask) {
    const refuse = (status: number, text: string) =>
      send(req, res, { text, status, isShared: false })
    if (!visit.session) return refuse(403, site.signIn(visit, req))
    const asked = await ask(visit, req)
    if (!asked) return refuse(404, site.missing(visit))
    if ('faulty' in asked) return refuse(422, asked.faulty)
    const answered = await callFor(dispatch, req, asked.call)
    if (answered.status >= 300)
      return refuse(answered.status, site.unkept(visit, req, answered, asked.text))
    const { data } = answered.body
    if (asked.answers) return send(req, res, { text: asked.answers(data), isShared: false })
    res.set('Cache-Control', 'no-store').redirect(303, asked.leadsTo?.(data) ?? site.base)
  }

  /** Ends the session of a member, and leads to the first page; where nobody is signed in there is nothing to end. */
  async function signOut(req: Request, res: Response, visit: Visit) {
    const { status } = visit.session
      ? await callFor(dispatch, req, signOutCall(req))
      : { status: 200 }
    if (status < 300) {
      const { config } = services
      // A form of another site has no session here, and leaves the cookie where it is.
      if (visit.session) res.clearCookie(cookieName(config), cookieOf(config))
      return res.set('Cache-Control', 'no-store').redirect(303, site.base)
    }
    const title = 'You are still signed in'
    const back = `<p><a href="${site.base}">Back</a></p>`
    const page = {
      title,
      path: site.base,
      content: `${STILL_SIGNED_IN}\n${back}`,
      isIndexed: false,
    }
    send(req, res, { text: site.frame(visit, page), status, isShared: false })
  }
  router.post(`${site.base}/sign-out`, fields, async (req, res) => {
    const visit = await admitted(req, res)
    if (visit) await signOut(req, res, visit)
  })

  return {
    page: (path: string, show: Show, type?: string) =>
      router.get(path, async (req, res) => {
        const visit = await admitted(req, res)
        if (visit) answer(req, res, visit, await show(visit, req), type)
      }),
    form: (path: string, ask: Ask) =>
      router.post(path, fields, async (req, res) => {
        const visit = await admitted(req, res)
        if (visit) await keep(req, res, visit, ask)
      }),
  }
}
