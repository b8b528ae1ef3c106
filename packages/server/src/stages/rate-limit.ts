import { problem } from '@mobieus/domain'
import type { AnswerHeaders } from '../http/router.ts'
import type { Quota } from '../rate-limiter.ts'

/** Every policy has a quota; the largest that a structured field can say, in no window, is none. */
const UNLIMITED = '"unlimited";q=999999999999999'

/**
 * The rate headers of an answer, ours and the IETF's, and `429 rate_limited` when nothing is left.
 * Without a limit nothing counts down, so nothing says what remains: 0 would stop a careful client.
 * `Retry-After` is rounded up: a caller who waits that long is let through.
 */
export function requireQuota(headers: AnswerHeaders, quota: Quota, now: Date): void {
  const { limit, remaining, resetAt } = quota
  const wait = Math.max(1, Math.ceil(resetAt - now.getTime() / 1000))
  headers['X-RateLimit-Limit'] = limit
  headers['X-RateLimit-Reset'] = resetAt
  if (limit === 0) {
    headers['RateLimit-Policy'] = UNLIMITED
    return
  }
  headers['X-RateLimit-Remaining'] = remaining
  headers['RateLimit-Policy'] = `"default";q=${limit};w=60`
  headers.RateLimit = `"default";r=${remaining};t=${wait}`
  if (quota.allowed) return
  throw problem(
    'rate_limited',
    `The key may make ${limit} requests a minute; wait ${wait} seconds.`,
    {
      headers: { 'Retry-After': String(wait) },
    },
  )
}
