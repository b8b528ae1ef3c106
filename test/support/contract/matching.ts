import type { Random } from './random.ts'

/**
 * A text that matches a regular expression, for the expressions that contracts use: classes,
 * groups, alternatives, quantifiers, anchors. Undefined where that did not work out.
 */
export function textMatching(pattern: string, random: Random, atLeast = 0): string | undefined {
  const expression = new RegExp(pattern, 'u')
  for (let attempt = 0; attempt < 30; attempt++) {
    const text = written(pattern, random, attempt + Math.min(atLeast, 40))
    if (expression.test(text) && [...text].length >= atLeast) return text
  }
  return undefined
}

const printable = [...Array(95).keys()].map((code) => String.fromCharCode(code + 32))
const letters = printable.filter((char) => /[a-z]/.test(char))
const classes: Record<string, readonly string[]> = {
  d: printable.filter((char) => /\d/.test(char)),
  w: printable.filter((char) => /\w/.test(char)),
  s: [' '],
  D: letters,
  W: ['-'],
  S: letters,
}

/** Reads the expression once, writing as it goes; `spare` is how far it goes beyond the least. */
function written(pattern: string, random: Random, spare: number): string {
  let at = 0

  const alternatives = (): string => {
    const choices = [sequence()]
    while (pattern[at] === '|') {
      at++
      choices.push(sequence())
    }
    return random.pick(choices)
  }

  const sequence = (): string => {
    let text = ''
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const start = at
      const first = atom()
      const count = times()
      const after = at
      if (count > 0) text += first
      for (let n = 1; n < count; n++) {
        at = start
        text += atom()
      }
      at = after
    }
    return text
  }

  const atom = (): string => {
    const char = pattern[at++]!
    if (char === '^' || char === '$') return ''
    if (char === '.') return random.pick(classes.w!)
    if (char === '\\') return random.pick(escaped())
    if (char === '[') return random.pick(members())
    if (char !== '(') return char
    const [opening = ''] = /^\?(:|<\w+>|<?[!=])/.exec(pattern.slice(at)) ?? []
    at += opening.length
    const inner = alternatives()
    at++
    return /[!=]$/.test(opening) ? '' : inner
  }

  const escaped = (): readonly string[] => {
    const char = pattern[at++]!
    if (char === 'b' || char === 'B') return ['']
    return classes[char] ?? [{ n: '\n', t: '\t', r: '\r' }[char] ?? char]
  }

  const members = (): readonly string[] => {
    const negated = pattern[at] === '^'
    if (negated) at++
    const found: string[] = []
    while (pattern[at] !== ']') {
      const first = member()
      if (pattern[at] !== '-' || pattern[at + 1] === ']' || first.length > 1) {
        found.push(...first)
        continue
      }
      at++
      const to = member()[0]!.charCodeAt(0)
      for (let code = first[0]!.charCodeAt(0); code <= to; code++) {
        found.push(String.fromCharCode(code))
      }
    }
    at++
    return negated ? printable.filter((char) => !found.includes(char)) : found
  }

  const member = (): readonly string[] => {
    const char = pattern[at++]!
    return char === '\\' ? escaped() : [char]
  }

  const times = (): number => {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(at))
    if (!found) return 1
    const [all, short, least, comma, most] = found
    at += all.length
    if (short === '?') return random.integer(0, 1)
    if (short) return random.integer(short === '+' ? 1 : 0, 3 + spare)
    const from = Number(least)
    const to = comma ? (most ? Number(most) : from + 3 + spare) : from
    return random.integer(from, Math.min(to, from + 5 + spare))
  }

  return alternatives()
}
