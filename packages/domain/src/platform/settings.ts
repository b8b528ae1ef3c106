import { rateClasses } from '@mobieus/contract'
import { listSetting, numberSetting, type Setting } from '../kit/settings.ts'

/** Origins that browsers may call from; none means any. */
export const allowedOrigins = listSetting('cors.allowed_origins', checkOrigin)

/** Requests a minute of keys that have no limit of their own; 0 means unlimited. */
export const requestsPerMinute = numberSetting('rate_limit.requests_per_minute', {
  pattern: /^(?:0|[1-9]\d{0,8})$/,
  what: 'a number of requests',
  otherwise: undefined,
})

/**
 * Requests a minute that a key may make of one rate class, beside its own limit for all. Unset, or 0,
 * there is no such limit. One for each class of the contract.
 */
export const classLimits: ReadonlyMap<string, Setting<number>> = new Map(
  rateClasses.map((each) => [
    each,
    numberSetting(`rate_limit.${each}_per_minute`, {
      pattern: /^(?:0|[1-9]\d{0,8})$/,
      what: 'a number of requests',
      otherwise: 0,
    }),
  ]),
)

/** Failed attempts in a row that disable a webhook endpoint; 0 means never. */
export const failureLimit = numberSetting('webhooks.disable_after_failures', {
  pattern: /^(?:0|[1-9]\d{0,5})$/,
  what: 'a number of failures',
  otherwise: 20,
})

/** Hours since the first of them after which they do. */
export const failureHours = numberSetting('webhooks.disable_after_hours', {
  pattern: /^(?:0|[1-9]\d{0,3})$/,
  what: 'a number of hours',
  otherwise: 24,
})

/** Webhook endpoints that the tenant may have, in each partition. */
export const endpointLimit = numberSetting('webhooks.max_endpoints', {
  pattern: /^(?:[1-9]\d{0,3}|10000)$/,
  what: 'a number of endpoints from 1 to 10000',
  otherwise: 100,
})

/** Schemes that stand in an Origin header. */
const SENT = /^(?!(?:about|blob|data|file|ftp|javascript|wss?):)/

function checkOrigin(value: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined
  // A star is no pattern here, and no browser sends one.
  if (!url || !SENT.test(url.protocol) || value.includes('*'))
    throw new Error(`${value} is not an origin such as https://app.example.com`)
  // Apps call from schemes of their own, for which URL knows no origin.
  const origin = url.origin === 'null' ? `${url.protocol}//${url.host.toLowerCase()}` : url.origin
  if (origin !== value) throw new Error(`${value} is not an origin; write it as ${origin}`)
}
