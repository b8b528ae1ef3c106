const MOST = 500

/** Documents that were signed not long ago, so that many who ask cost one signature. */
export function createSignedDocuments(clock: () => Date) {
  const kept = new Map<string, { readonly until: number; readonly made: Promise<object> }>()
  return (name: string, keptMs: number, make: () => Promise<object>): Promise<object> => {
    const now = clock().getTime()
    const known = kept.get(name)
    if (known && known.until > now && known.until <= now + keptMs) return known.made
    const made = make()
    kept.delete(name)
    kept.set(name, { until: now + keptMs, made })
    made.catch(() => kept.delete(name))
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break
      kept.delete(oldest)
    }
    return made
  }
}
