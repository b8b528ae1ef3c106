/** Letters without case and accents, and the numbers of parts of texts, for the search. */

const known = new Map<string, string>()

/** A letter without case and accent, as one letter. */
function foldLetter(letter: string): string {
  let folded = known.get(letter)
  if (folded === undefined) {
    const [first = letter] = /\s/.test(letter) ? ' ' : letter.toLowerCase().normalize('NFD')
    folded = first
    if (known.size < 20_000) known.set(letter, folded)
  }
  return folded
}

/**
 * A text without case and accents; white space is a space. It has a letter for each code point of the text in NFC:
 * a place in the one is the same place in the other.
 */
export const foldedOf = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => foldLetter(letter)).join('')

const FNV_PRIME = 0x01000193
const FNV_BASIS = 0x811c9dc5

/** The number of a part of a text of this tenant (FNV-1a over the letters, as a signed integer). */
function numberOf(tenantId: number, letters: readonly string[], from: number, length: number) {
  let hash = FNV_BASIS
  for (let rest = tenantId; rest > 0; rest = Math.floor(rest / 0x10000))
    hash = Math.imul(hash ^ (rest & 0xffff), FNV_PRIME)
  hash = Math.imul(hash ^ length, FNV_PRIME)
  for (let i = from; i < from + length; i++)
    hash = Math.imul(hash ^ ((letters[i] as string).codePointAt(0) as number), FNV_PRIME)
  return hash | 0
}

const LENGTHS = [1, 2, 3] as const

/** The numbers of all parts of one, two and three letters of folded texts, each once. */
export function gramsOf(tenantId: number, ...folded: readonly string[]): number[] {
  const numbers = new Set<number>()
  for (const text of folded) {
    const letters = [...text]
    for (const length of LENGTHS)
      for (let i = 0; i + length <= letters.length; i++)
        numbers.add(numberOf(tenantId, letters, i, length))
  }
  return [...numbers]
}

/** So many parts of what is asked are looked up: more find hardly less. */
const MOST_ASKED = 16

/** The numbers that a text has which has what is asked: of its longest parts, spread over it. */
export function askedGramsOf(tenantId: number, folded: string): number[] {
  const letters = [...folded]
  const length = Math.min(3, letters.length)
  const places = letters.length - length + 1
  const n = Math.min(MOST_ASKED, places)
  const numbers = Array.from({ length: n }, (_, i) =>
    numberOf(tenantId, letters, Math.floor((i * (places - 1)) / Math.max(1, n - 1)), length),
  )
  return [...new Set(numbers)]
}
