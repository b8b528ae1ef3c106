import type { Logger } from 'pino'

/**
 * At most one line in so long: unsigned deliveries come by the hundred, and would hide everything else.
 */
const LINE_EVERY_MS = 10_000

/**
 * Logs that deliveries cannot be signed, which only the operator can mend. One line at the first, then
 * at most one every ten seconds, with how many there were since the last.
 */
export function reportUnsigned(
  log: Logger,
  count: () => void = () => {},
): (tenantId: number, endpointId: number) => void {
  let silentUntil = 0
  let deliveries = 0
  return (tenantId, endpoint) => {
    count()
    deliveries++
    if (Date.now() < silentUntil) return
    log.error(
      { deliveries, tenantId, endpoint },
      'deliveries cannot be signed: their secret is sealed under none of APP_SECRET and ' +
        'APP_SECRET_PREVIOUS; name the older secret there, or rotate the signing secret',
    )
    silentUntil = Date.now() + LINE_EVERY_MS
    deliveries = 0
  }
}
