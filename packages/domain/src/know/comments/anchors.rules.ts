/** A passage of a text by what it says and what stands around it (W3C Web Annotation, 4.2.4). */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A passage that was found: its place counts UTF-16 units of the text with LF as its only ends of lines. */
export interface Passage extends Quote {
  readonly place: number
}

const AROUND = 64
/** So many places of a quote are compared. */
const MOST_PLACES = 1000
/** The surroundings that have to be there on each side for a passage that was changed in part. */
const LEAST_AROUND = 8
/** The share of pairs of letters that a changed passage has in common with what it was. */
const LIKE = 0.5

/** A text whose lines end with LF. */
export const plainOf = (text: string): string => text.replace(/\r\n?/g, '\n')

/**
 * The passage of a text that a quote is about, `undefined` where there is none. Among several places the one counts
 * whose surroundings are most like the quote's, then the one nearest to `near`. A quote that is nowhere may have been
 * changed: then the passage between its surroundings is it, if they are alike.
 */
export function findPassage(text: string, quote: Quote, near = 0): Passage | undefined {
  const place = placeOf(text, quote, near)
  if (place !== undefined) return passageAt(text, place, quote.exact.length)
  return changedPassage(text, quote, near)
}

/** The place of a quote that is in the text as it is. */
export function placeOf(text: string, quote: Quote, near = 0): number | undefined {
  const { exact, prefix, suffix } = quote
  let best: { place: number; score: number } | undefined
  const from = Math.max(0, near - MOST_PLACES)
  for (const place of placesOf(text, exact, from)) {
    const score =
      sharedEnd(text.slice(Math.max(0, place - prefix.length), place), prefix) +
      sharedBegin(text.slice(place + exact.length, place + exact.length + suffix.length), suffix)
    const isNearer = best && Math.abs(place - near) < Math.abs(best.place - near)
    if (!best || score > best.score || (score === best.score && isNearer)) best = { place, score }
  }
  return best?.place
}

/** Places of a part in a text from one on and then from its beginning, at most so many. */
function* placesOf(text: string, part: string, from: number): Generator<number> {
  let left = MOST_PLACES
  for (let at = text.indexOf(part, from); at >= 0 && left-- > 0; at = text.indexOf(part, at + 1))
    yield at
  for (let at = text.indexOf(part); at >= 0 && at < from; at = text.indexOf(part, at + 1)) {
    if (left-- <= 0) return
    yield at
  }
}

/** The passage between the surroundings of a quote, where it is like the quote. */
function changedPassage(text: string, quote: Quote, near: number): Passage | undefined {
  const before = quote.prefix.slice(-AROUND / 2)
  const after = quote.suffix.slice(0, AROUND / 2)
  if (before.length < LEAST_AROUND && after.length < LEAST_AROUND) return undefined
  const longest = quote.exact.length * 2 + AROUND
  let best: { place: number; length: number; score: number } | undefined
  for (const [place, length] of betweens(text, before, after, longest, near)) {
    const score = likeness(text.slice(place, place + length), quote.exact)
    if (score >= LIKE && (!best || score > best.score)) best = { place, length, score }
  }
  return best && passageAt(text, best.place, best.length)
}

/** The candidates: parts between both surroundings, found by the one that is long enough. */
function* betweens(
  text: string,
  before: string,
  after: string,
  longest: number,
  near: number,
): Generator<readonly [place: number, length: number]> {
  const from = Math.max(0, near - MOST_PLACES)
  if (before.length >= LEAST_AROUND)
    for (const at of placesOf(text, before, from)) {
      const place = at + before.length
      const end = after === '' ? text.length : text.indexOf(after, place)
      if (end > place && end - place <= longest) yield [place, end - place]
    }
  else
    for (const end of placesOf(text, after, from)) {
      const begin = before === '' ? 0 : text.lastIndexOf(before, end - 1) + before.length
      if (end > begin && end - begin <= longest) yield [begin, end - begin]
    }
}

/** The passage at a place, with what stands around it; no character is split that has two units. */
export function passageAt(text: string, place: number, length: number): Passage {
  const end = place + length
  return {
    place,
    exact: text.slice(place, end),
    prefix: text.slice(Math.max(0, place - AROUND), place).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + AROUND).replace(/[\uD800-\uDBFF]$/, ''),
  }
}

function sharedBegin(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one[n] === other[n]) n++
  return n
}

function sharedEnd(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n++
  return n
}

/** How alike two texts are, from 0 to 1: the pairs of letters that they share (Dice's coefficient). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  let shared = 0
  for (const [pair, n] of pairs) shared += Math.min(n, others.get(pair) ?? 0)
  const all = one.length + other.length - 2
  return all > 0 ? (2 * shared) / all : 0
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
