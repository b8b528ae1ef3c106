import { Problem } from '@mobieus/contract'
import { environmentOf, SESSION_MS, signIn } from '@mobieus/domain/admin'
import { escaped } from '@mobieus/domain/kit'
import express, { Router, type Request, type Response } from 'express'
import type { Services } from '../services.ts'
import { cookieName, cookieOf, isSameOrigin } from '../credentials/session-cookie.ts'
import { PLAIN_PAGE_POLICY, plainPage } from '../pages/plain-page.ts'
import { findTenant } from '../stages/tenant.ts'

/**
 * The link that `mobieus sign-in` prints. Opening it shows a page with a button. Only the button uses
 * the token up, so a program that looks links up for a preview does not. It sets the session's cookie
 * and leads to the console, or to the wiki where the member has no rights there.
 */
export function signInPages(services: Services): Router {
  const { config } = services
  const router = Router()

  const setSessionCookie = (res: Response, token: string) =>
    res.cookie(cookieName(config), token, { ...cookieOf(config), maxAge: SESSION_MS })

  router.use('/admin/sign-in', (_req, res, next) => {
    res.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': PLAIN_PAGE_POLICY,
      // The link is a secret: it is told to no other host. Not `no-referrer`, with which a browser
      // says `Origin: null` even to ourselves.
      'Referrer-Policy': 'same-origin',
    })
    next()
  })

  router.get('/admin/sign-in', (req, res) => {
    const { token } = req.query
    res
      .type('html')
      .send(plainPage(SIGN_IN, `${FORM_BEGIN}${escaped(String(token ?? ''))}${FORM_END}`))
  })

  router.post(
    '/admin/sign-in',
    express.urlencoded({ extended: false, limit: '4kb' }),
    async (req, res) => {
      const session = isSameOrigin(req, config) ? await open(req, services) : undefined
      if (!session) return void res.status(400).type('html').send(plainPage(SIGN_IN, REFUSED))
      setSessionCookie(res, session.token)
      res.redirect(303, session.isModerator ? '/admin' : '/know')
    },
  )

  router.get('/admin', (_req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': PLAIN_PAGE_POLICY })
    res.type('html').send(plainPage('Console', WELCOME))
  })

  return router
}

/** The session that the request's token opens, on the tenant of its host. */
async function open(req: Request, services: Services) {
  const token = String((req.body as { token?: unknown } | undefined)?.token ?? '')
  const environment = environmentOf(token)
  const tenant = environment && (await hostOf(req, services))
  return tenant && signIn(services.db, tenant[environment].id, token, services.clock())
}

/** The tenant of the host; `undefined` where there is none, or in development no certain one. */
async function hostOf(req: Request, { config, directory }: Services) {
  try {
    return await findTenant(req.headers.host, config, directory)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

const SIGN_IN = 'Sign in'

const FORM_BEGIN = `<form method="post" action="/admin/sign-in">
<input type="hidden" name="token" value="`
const FORM_END = `">
<button>Sign in</button>
</form>`

const WELCOME = `<p>Whoever has opened a sign-in link is signed in here: moderators and administrators for the operations below
<code>/api/admin</code>, everybody for the <a href="/know">wiki</a>. The <a href="/api/docs/">reference</a> says how they are called;
the console's own pages are not part of this version.</p>`

const REFUSED = `<p>This link has been used or has expired. Ask for another one:
<code>mobieus sign-in</code></p>`
