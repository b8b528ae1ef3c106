import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * The invitations of callers who wait to be asked for their body: `Expect: 100-continue` (RFC 9110,
 * 10.1.1).
 */
const waiting = new WeakMap<IncomingMessage, () => void>()

/**
 * Notes that the caller waits. An answer before the invitation ends the connection: the body may follow
 * a refusal or not, so the beginning of the next request is unknown.
 */
export function awaitInvitation(req: IncomingMessage, res: ServerResponse): void {
  const { shouldKeepAlive } = res
  res.shouldKeepAlive = false
  waiting.set(req, () => {
    res.shouldKeepAlive = shouldKeepAlive
    res.writeContinue()
  })
}

/** Asks for the body of a caller who waits for that. */
export function inviteBody(req: IncomingMessage): void {
  if (req.headers.expect === undefined) return
  waiting.get(req)?.()
  waiting.delete(req)
}
