const longestBackoffMs = 8_000

/**
 * A random wait in milliseconds before repeating after `attempt` failures (0 for the first). It is even
 * between nothing and `baseMs` doubled each time, 8 seconds at most. "Full jitter": clients that failed
 * together do not come back together.
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
