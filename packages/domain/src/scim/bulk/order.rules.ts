/** An order of operations in which each comes after those that it refers to. */
export interface Order {
  readonly places: readonly number[]
  /** The operations of the circle that each is in, itself included; those that are in none are left out. */
  readonly circles: ReadonlyMap<number, readonly number[]>
}

/**
 * Orders operations by what each refers to, and else as they came. It finds the strongly connected parts as Tarjan
 * does, each after those it refers to. A part of several operations is a circle, and so is one that refers to itself.
 */
export function orderOf(references: readonly (readonly number[])[]): Order {
  const places: number[] = []
  const circles = new Map<number, readonly number[]>()
  const reached = new Map<number, number>()
  const open: number[] = []
  const visit = (place: number): number => {
    const own = reached.size
    reached.set(place, own)
    open.push(place)
    let low = own
    for (const other of references[place] ?? []) {
      if (!reached.has(other)) low = Math.min(low, visit(other))
      else if (open.includes(other)) low = Math.min(low, reached.get(other) as number)
    }
    if (low === own) close(place)
    return low
  }
  const close = (first: number) => {
    const part = open.splice(open.indexOf(first)).sort((a, b) => a - b)
    const isCircle = part.length > 1 || references[first]?.includes(first)
    if (isCircle) for (const each of part) circles.set(each, part)
    places.push(...part)
  }
  for (const place of references.keys()) if (!reached.has(place)) visit(place)
  return { places, circles }
}
