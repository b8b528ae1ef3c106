const longestBackoffMs = 8_000

/**
 * How long an answer asks to wait, in milliseconds from `now` (epoch milliseconds): its
 * `Retry-After`, in seconds or as an HTTP date (RFC 9110 §10.2.3). Undefined when the answer does
 * not say or says something else; 0 when the date has passed.
 */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  // Every HTTP date begins with the name of a day; Date.parse alone also takes `-1` for a year.
  const date = /^[A-Z][a-z]+,? /.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/**
 * A random wait in milliseconds before repeating after `attempt` failures (0 for the first): even
 * between nothing and `baseMs` doubled each time, 8 seconds at most. "Full jitter": clients that
 * failed together do not come back together.
 */
export function backoffMs(attempt: number, baseMs: number): number {
  return Math.random() * Math.min(longestBackoffMs, baseMs * 2 ** attempt)
}

/** Waits `ms` milliseconds; rejects with the signal's reason as soon as it is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}
