import type { IncomingMessage, ServerResponse } from 'node:http'

/** Callers who wait to be asked for their body: `Expect: 100-continue` (RFC 9110, 10.1.1). */
const waiting = new WeakMap<IncomingMessage, () => void>()

/**
 * Notes that the caller waits. Until the body is asked for the answer ends the connection: whether the body
 * follows a refusal is up to the caller, and so nobody knows where the next request begins.
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
