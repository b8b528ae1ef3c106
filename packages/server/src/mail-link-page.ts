import { Router, type NextFunction, type Request, type Response } from 'express'
import { PLAIN_PAGE_POLICY, plainPage } from './pages/plain-page.ts'

/** A page's status, and the HTML below its title. */
export type Shown = readonly [status: number, content: string]

/** A page that says that a link is none of ours. */
export const UNKNOWN_LINK: Shown = [404, '<p>This link is not valid.</p>']

interface MailLinkPage {
  readonly path: string
  readonly title: string
  readonly get: (req: Request) => Promise<Shown>
  readonly post: (req: Request) => Promise<Shown>
  /** The reader of the form that `post` gets; none where it has no fields. */
  readonly form?: (req: Request, res: Response, next: NextFunction) => void
}

/**
 * A page that a signed link of a mail leads to. It works without a cookie or a session. It is kept nowhere, loads
 * nothing, and tells nobody its address.
 */
export function mailLinkPage({ path, title, get, post, form }: MailLinkPage): Router {
  const router = Router()
  router.use(path, (_req, res, next) => {
    res.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': PLAIN_PAGE_POLICY,
      'Referrer-Policy': 'no-referrer',
    })
    next()
  })
  const show = (res: Response, [status, content]: Shown) =>
    void res.status(status).type('html').send(plainPage(title, content))
  router.get(path, async (req, res) => show(res, await get(req)))
  router.post(path, ...(form ? [form] : []), async (req, res) => show(res, await post(req)))
  return router
}
