import { EVENTS, eventCounter } from '../kit/outbox.ts'

/** An arrival as it was read. */
export interface Arrival {
  readonly created_at: Date
  readonly types: readonly string[]
  /** JSON, of each event. */
  readonly data: readonly string[]
  readonly names: readonly string[]
  readonly changes: readonly number[]
  /** The time of the last event of the log; the same for all, and null before the first. */
  readonly floor: Date | null
}

/** The changes that arrivals make to the counters, and their events with their places. */
export interface Places {
  readonly counts: ReadonlyMap<string, number>
  /** The time of the last event. */
  readonly at: Date
  /** In their order; `back` is how many events come behind each, of all and of its type. */
  readonly events: {
    readonly types: readonly string[]
    readonly data: readonly string[]
    readonly back: readonly number[]
    readonly backOfType: readonly number[]
    readonly at: readonly string[]
  }
}

/**
 * The places of arrivals, which come in their order. Events of one write have the order in which they were
 * noted. Times never decrease along positions, however far the clocks of several servers are apart.
 */
export function placesOf(arrivals: readonly Arrival[]): Places {
  const counts = new Map<string, number>()
  const add = (name: string, change: number) => {
    const value = (counts.get(name) ?? 0) + change
    if (value === 0) counts.delete(name)
    else counts.set(name, value)
  }
  const types: string[] = []
  const data: string[] = []
  const at: string[] = []
  let last = arrivals[0]?.floor?.getTime() ?? 0
  for (const arrival of arrivals) {
    if (arrival.types.length > 0) last = Math.max(last, arrival.created_at.getTime())
    for (const [i, type] of arrival.types.entries()) {
      types.push(type)
      data.push(arrival.data[i] ?? 'null')
      at.push(new Date(last).toISOString())
      add(eventCounter(type), 1)
    }
    for (const [i, name] of arrival.names.entries()) add(name, arrival.changes[i] ?? 0)
  }
  if (types.length > 0) add(EVENTS, types.length)
  const back = types.map((_, i) => types.length - 1 - i)
  return {
    counts,
    at: new Date(last),
    events: { types, data, back, backOfType: countBack(types), at },
  }
}

/** How many of the same follow each value. */
function countBack(values: readonly string[]): number[] {
  const seen = new Map<string, number>()
  const back = values.map(() => 0)
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i] as string
    back[i] = seen.get(value) ?? 0
    seen.set(value, (back[i] as number) + 1)
  }
  return back
}
