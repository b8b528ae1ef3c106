import type { ServerResponse } from 'node:http'
import { problem } from '@mobieus/domain'
import type { Quota } from '../rate-limiter.ts'

/**
 * The rate headers of an answer, ours and the IETF's, and `429 rate_limited` when nothing is left.
 * `Retry-After` is rounded up: a caller who waits that long is let through.
 */
export function requireQuota(res: ServerResponse, quota: Quota, now: Date): void {
  const { limit, remaining, resetAt } = quota
  const wait = Math.max(1, Math.ceil(resetAt - now.getTime() / 1000))
  res.setHeader('X-RateLimit-Limit', limit)
  res.setHeader('X-RateLimit-Remaining', remaining)
  res.setHeader('X-RateLimit-Reset', resetAt)
  if (limit > 0) {
    res.setHeader('RateLimit-Policy', `"default";q=${limit};w=60`)
    res.setHeader('RateLimit', `"default";r=${remaining};t=${wait}`)
  }
  if (quota.allowed) return
  throw problem(
    'rate_limited',
    `The key may make ${limit} requests a minute; wait ${wait} seconds.`,
    {
      headers: { 'Retry-After': String(wait) },
    },
  )
}
