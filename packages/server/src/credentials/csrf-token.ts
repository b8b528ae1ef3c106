import { createHmac } from 'node:crypto'
import type { OfSecrets } from '@mobieus/db'
import { problem } from '@mobieus/domain/kit'
import { hashToken } from '@mobieus/domain/admin'
import type { Accompanying } from './credential.ts'
import { headerOf, sameSecret } from './sent.ts'

/**
 * `403 insufficient_scope` unless a write sends the session's own CSRF token. A foreign page may make a
 * browser send the cookie, but cannot read the token.
 */
export const csrfToken: Accompanying = {
  require(req, caller) {
    const sent = headerOf(req, 'x-csrf-token') ?? ''
    if (caller.kind === 'session')
      for (const own of [caller.csrfToken, ...caller.olderCsrfTokens])
        if (sameSecret(sent, own)) return
    throw problem('insufficient_scope', 'Send the CSRF token of the session: X-CSRF-TOKEN.')
  },
}

/** The CSRF tokens of a session: they follow from the session's token, and lead back to nothing. */
export const csrfTokensOf = (token: string, csrfKeys: OfSecrets<Buffer>): OfSecrets<string> => {
  const hash = hashToken(token)
  const [present, ...older] = csrfKeys
  return [csrfTokenOf(hash, present), ...older.map((key) => csrfTokenOf(hash, key))]
}

const csrfTokenOf = (hash: Buffer, csrfKey: Buffer): string =>
  createHmac('sha256', csrfKey).update(hash).digest('base64url')
