import type { OperationRow } from '@mobieus/contract'
import {
  problem,
  settingOf,
  type ApiKey,
  type Session,
  type Tenant,
  type Token,
} from '@mobieus/domain/kit'
import { classLimits } from '@mobieus/domain/platform'
import type { AnswerHeaders } from '../http/router.ts'
import type { Meter } from '../credentials/credential.ts'
import { unlimited, type Counted, type Quota, type RateLimiter } from '../rate-limiter.ts'
import { whenKnown } from '../when-known.ts'

/**
 * The value for no limit: every policy has a quota, so it is the largest that a structured field can
 * say, without a window.
 */
const UNLIMITED = '"unlimited";q=999999999999999'

/** A caller whose requests are counted, and the rows in which they are. */
export interface Metered {
  readonly caller: ApiKey | Session | Token
  readonly meter: Meter
}

/** A request to be counted: whose it is, its operation and its time. */
export interface Counting {
  readonly tenant: Tenant
  /** Other callers are not counted. */
  readonly metered: Metered | undefined
  readonly operation: OperationRow
  readonly now: Date
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
  const { tenant, metered, operation, now } = counting
  if (!metered) return requireQuota(headers, unlimited(now), counting)
  const { caller, meter } = metered
  const { windows, classWindows, isPerMember } = meter
  const id = isPerMember && 'user' in caller ? caller.user.id : caller.id
  const counted = { tenantId: tenant.id, id, windows }
  return whenKnown(limiter.take(counted, caller.requestsPerMinute, now), (quota) => {
    requireQuota(headers, quota, counting)
    const { rateClass } = operation
    if (rateClass === 'default' || classWindows === undefined) return undefined
    const ofClass = { ...counted, windows: classWindows, rateClass }
    return requireClassQuota(limiter, headers, { ...counting, ofClass }, quota)
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
  { metered, now }: Pick<Counting, 'metered' | 'now'>,
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
  if (!quota.allowed) throw rateLimited(metered, `${limit} requests`, wait)
}

/**
 * A limit beside the key's own: the IETF's headers name both, ours tell of the one that is nearer to its end.
 */
function requireClassQuota(
  limiter: RateLimiter,
  headers: AnswerHeaders,
  {
    tenant,
    metered,
    ofClass,
    operation: { rateClass },
    now,
  }: Counting & { readonly ofClass: Counted },
  ofKey: Quota,
): void | Promise<void> {
  const setting = classLimits.get(rateClass)
  const limit = setting ? settingOf(tenant.settings, setting) : 0
  if (limit === 0) return
  return whenKnown(limiter.take(ofClass, limit, now), (quota) => {
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
    if (!allowed) throw rateLimited(metered, `${limit} requests of the class ${rateClass}`, wait)
  })
}

const secondsUntil = (resetAt: number, now: Date) =>
  Math.max(1, Math.ceil(resetAt - now.getTime() / 1000))

const rateLimited = (metered: Metered | undefined, what: string, wait: number) =>
  problem(
    'rate_limited',
    `The ${metered?.caller.kind} may make ${what} a minute; wait ${wait} seconds.`,
    {
      headers: { 'Retry-After': String(wait) },
    },
  )
