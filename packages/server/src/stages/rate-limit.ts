import type { OperationRow } from '@mobieus/contract'
import { problem, settingOf, type ApiKey, type Caller, type Tenant } from '@mobieus/domain/kit'
import { classLimits } from '@mobieus/domain/platform'
import type { AnswerHeaders } from '../http/router.ts'
import { OF_MEMBER, OF_TOKEN, type Quota, type RateLimiter } from '../rate-limiter.ts'
import { whenKnown } from '../when-known.ts'

/**
 * The value for no limit: every policy has a quota, so it is the largest that a structured field can
 * say, without a window.
 */
const UNLIMITED = '"unlimited";q=999999999999999'

/** A request to be counted: its caller, its operation and its time. */
export interface Counting {
  readonly tenant: Tenant
  readonly caller: Caller | undefined
  readonly operation: OperationRow
  readonly now: Date
}

type Kind = 'key' | 'token' | 'session'

/** In whose limit a request counts, and under which class; a relay's and nobody's are not counted. */
function subjectOf(caller: Caller | undefined) {
  if (caller?.kind === 'session') {
    const { kind, user, requestsPerMinute } = caller
    return { ...{ kind, id: user.id, requestsPerMinute }, rateClass: OF_MEMBER }
  }
  if (caller?.kind === 'token') return { ...caller, rateClass: OF_TOKEN }
  if (caller?.kind === 'key') return { ...caller, rateClass: undefined }
  return { kind: 'key' as const, id: 0, requestsPerMinute: 0, rateClass: undefined }
}

/**
 * Counts a request in its key's limit and, where the operation is of a rate class that the tenant limits, in
 * that as well. `429 rate_limited` when nothing is left of either.
 */
export function requireQuotas(
  limiter: RateLimiter,
  headers: AnswerHeaders,
  counting: Counting,
): void | Promise<void> {
  const { tenant, caller, operation, now } = counting
  const { kind, id, requestsPerMinute, rateClass } = subjectOf(caller)
  return whenKnown(limiter.take(tenant.id, id, requestsPerMinute, now, rateClass), (quota) => {
    requireQuota(headers, quota, { kind, now })
    if (operation.rateClass !== 'default' && caller?.kind === 'key')
      return requireClassQuota(limiter, headers, { ...counting, key: caller }, quota)
  })
}

/**
 * The rate headers of an answer, ours and the IETF's, and `429 rate_limited` when nothing is left.
 * Without a limit nothing counts down, so nothing says what remains: 0 would stop a careful client.
 * `Retry-After` is rounded up: a caller who waits that long is let through.
 */
function requireQuota(
  headers: AnswerHeaders,
  quota: Quota,
  { kind, now }: { readonly kind: Kind; readonly now: Date },
): void {
  const { limit, remaining, resetAt } = quota
  const wait = secondsUntil(resetAt, now)
  headers['X-RateLimit-Limit'] = limit
  headers['X-RateLimit-Reset'] = resetAt
  if (limit === 0) {
    headers['RateLimit-Policy'] = UNLIMITED
    return
  }
  headers['X-RateLimit-Remaining'] = remaining
  headers['RateLimit-Policy'] = `"default";q=${limit};w=60`
  headers.RateLimit = `"default";r=${remaining};t=${wait}`
  if (!quota.allowed) throw rateLimited(kind, `${limit} requests`, wait)
}

/**
 * A limit beside the key's own: the IETF's headers name both, ours tell of the one that is nearer to its end.
 */
function requireClassQuota(
  limiter: RateLimiter,
  headers: AnswerHeaders,
  { tenant, key, operation: { rateClass }, now }: Counting & { readonly key: ApiKey },
  ofKey: Quota,
): void | Promise<void> {
  const setting = classLimits.get(rateClass)
  const limit = setting ? settingOf(tenant.settings, setting) : 0
  if (limit === 0) return
  return whenKnown(limiter.take(tenant.id, key.id, limit, now, rateClass), (quota) => {
    const { remaining, resetAt, allowed } = quota
    const wait = secondsUntil(resetAt, now)
    const all = ofKey.limit === 0 ? [] : [headers.RateLimit]
    headers['RateLimit-Policy'] = `${headers['RateLimit-Policy']}, "${rateClass}";q=${limit};w=60`
    headers.RateLimit = [...all, `"${rateClass}";r=${remaining};t=${wait}`].join(', ')
    if (ofKey.limit === 0 || remaining <= ofKey.remaining) {
      headers['X-RateLimit-Limit'] = limit
      headers['X-RateLimit-Remaining'] = remaining
      headers['X-RateLimit-Reset'] = resetAt
    }
    if (!allowed) throw rateLimited('key', `${limit} requests of the class ${rateClass}`, wait)
  })
}

const secondsUntil = (resetAt: number, now: Date) =>
  Math.max(1, Math.ceil(resetAt - now.getTime() / 1000))

const rateLimited = (kind: Kind, what: string, wait: number) =>
  problem('rate_limited', `The ${kind} may make ${what} a minute; wait ${wait} seconds.`, {
    headers: { 'Retry-After': String(wait) },
  })
