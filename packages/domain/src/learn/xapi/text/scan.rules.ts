/**
 * Finds the places of parts in a JSON text that is known to be valid: they are kept and answered as they came. Positions are those of JavaScript strings.
 */

/** A value inside the text, from its first character to behind its last. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A member of an object; `start` is where its key begins. */
export interface Member extends Span {
  readonly key: string
  readonly value: Span
}

const QUOTE = 34
const BACKSLASH = 92

/** The end of the string that begins at a quote. */
function endOfString(text: string, start: number): number {
  let at = start
  for (;;) {
    at = text.indexOf('"', at + 1)
    let slashes = at - 1
    while (text.charCodeAt(slashes) === BACKSLASH) slashes--
    if ((at - slashes) % 2 === 1) return at + 1
  }
}

function skipBlanks(text: string, start: number): number {
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at++
  }
}

/** The end of the value that begins here. */
function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start)
  if (first === QUOTE) return endOfString(text, start)
  if (first !== 123 && first !== 91) {
    let at = start
    while (at < text.length && !/[\s,\]}]/.test(text[at] as string)) at++
    return at
  }
  let depth = 0
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else {
      at++
      if (code === 123 || code === 91) depth++
      else if ((code === 125 || code === 93) && --depth === 0) return at
    }
  }
}

/** The place of the text's one value. */
export function spanOf(text: string): Span {
  const start = skipBlanks(text, 0)
  return { start, end: endOfValue(text, start) }
}

/** The elements of the list that begins here. */
export function elementsOf(text: string, list: number): Span[] {
  const found: Span[] = []
  let at = skipBlanks(text, list + 1)
  while (text[at] !== ']') {
    const end = endOfValue(text, at)
    found.push({ start: at, end })
    at = skipBlanks(text, end)
    if (text[at] === ',') at = skipBlanks(text, at + 1)
  }
  return found
}

/** The members of the object that begins here. */
export function membersOf(text: string, object: number): Member[] {
  const found: Member[] = []
  let at = skipBlanks(text, object + 1)
  while (text[at] !== '}') {
    const start = at
    const keyEnd = endOfString(text, at)
    const from = skipBlanks(text, skipBlanks(text, keyEnd) + 1)
    const end = endOfValue(text, from)
    const key = JSON.parse(text.slice(start, keyEnd)) as string
    found.push({ key, start, end, value: { start: from, end } })
    at = skipBlanks(text, end)
    if (text[at] === ',') at = skipBlanks(text, at + 1)
  }
  return found
}

/** How many members all objects of the text have together: each has a colon outside of strings. */
export function countMembers(text: string): number {
  let count = 0
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(text, at)
      continue
    }
    if (code === 58) count++
    at++
  }
  return count
}
