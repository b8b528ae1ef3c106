import { createHash } from 'node:crypto'
import { holdsIfNoneMatch } from '@mobieus/contract'
import type { Request, Response } from 'express'

/** Nothing runs, and nothing of another host is loaded, whatever a text says. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Sends a text with the entity tag of its bytes; `304` to a browser that has them. A shared one is the same for
 * everybody.
 */
export function send(
  req: Request,
  res: Response,
  {
    text,
    type = 'html',
    isShared,
    status = 200,
  }: { text: string; type?: string; isShared: boolean; status?: number },
): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  res.set({
    'Content-Security-Policy': POLICY,
    'Cache-Control': isShared ? 'public, no-cache' : 'private, no-cache',
    // A form that is sent to ourselves says its origin; `no-referrer` makes that `null`.
    'Referrer-Policy': 'same-origin',
    Vary: 'Cookie',
  })
  if (status === 200) res.set('ETag', etag)
  const known = req.headers['if-none-match']
  if (status === 200 && known !== undefined && !holdsIfNoneMatch(known, etag))
    return void res.status(304).end()
  res.status(status).type(type).send(text)
}
