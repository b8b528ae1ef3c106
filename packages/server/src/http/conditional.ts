import type { IncomingMessage } from 'node:http'
import { holdsIfMatch, holdsIfNoneMatch, Problem } from '@mobieus/contract'
import type { Answer } from './router.ts'

/**
 * Answers a conditional read whose `ETag` is known (RFC 9110, 13.2.2). It is `304` without a body where
 * `If-None-Match` names the tag, and `412` where `If-Match` does not. It is `undefined` where the answer
 * goes out as it is. The conditions of a write are checked by the handler, before it has written.
 */
export function heldAgainst(
  { method, headers }: IncomingMessage,
  tag: unknown,
): Answer | undefined {
  if (typeof tag !== 'string' || (method !== 'GET' && method !== 'HEAD')) return undefined
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers
  if (ifMatch !== undefined && !holdsIfMatch(ifMatch, tag))
    throw new Problem(412, 'precondition_failed', 'If-Match names another version than this one.')
  return ifNoneMatch === undefined || holdsIfNoneMatch(ifNoneMatch, tag)
    ? undefined
    : { status: 304, text: undefined }
}
