/** The states of items by their identifiers, in the letters of AICC: passed, completed, and so on. */
export type States = ReadonlyMap<
  string,
  'passed' | 'completed' | 'failed' | 'incomplete' | 'not attempted'
>

const TOKEN = /\s*(?:([&|~()=,{}*]|<>)|"([^"]*)"|([^&|~()=<>,{}*"\s]+))/gy
const MOST_TOKENS = 1000

/**
 * Whether the prerequisites of an item are met (AICC's script: `&`, `|`, `~`, `=`, `<>`, sets such as `2*{A,B,C}`). One
 * that cannot be read closes nothing. It takes as long as the script is.
 */
export function isOpenBy(script: string | null, states: States): boolean {
  if (script === null || script.trim() === '') return true
  try {
    const reading = { tokens: tokensOf(script), at: 0, states }
    const value = anyOf(reading)
    return reading.at < reading.tokens.length || value
  } catch {
    return true
  }
}

/** A sign of the script, or a word, which may have been in quotes. */
type Token = { readonly sign: string } | { readonly word: string }

interface Reading {
  readonly tokens: readonly Token[]
  at: number
  readonly states: States
}

function tokensOf(script: string): Token[] {
  const [tokens, whole]: [Token[], string] = [[], script.trimEnd()]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < whole.length) {
    const match = TOKEN.exec(whole)
    if (!match || tokens.length === MOST_TOKENS) throw new Error('cannot be read')
    tokens.push(match[1] === undefined ? { word: match[2] ?? match[3] ?? '' } : { sign: match[1] })
  }
  return tokens
}

/** Goes over a sign where it comes next; answers whether it did. */
function took(reading: Reading, sign: string): boolean {
  const next = reading.tokens[reading.at]
  const isNext = next !== undefined && 'sign' in next && next.sign === sign
  if (isNext) reading.at++
  return isNext
}

function demand(reading: Reading, sign: string): void {
  if (!took(reading, sign)) throw new Error(`has no ${sign}`)
}

function wordOf(reading: Reading): string {
  const next = reading.tokens[reading.at++]
  if (next === undefined || 'sign' in next) throw new Error('has no word')
  return next.word
}

function anyOf(reading: Reading): boolean {
  let value = allOf(reading)
  while (took(reading, '|')) value = allOf(reading) || value
  return value
}

function allOf(reading: Reading): boolean {
  let value = oneOf(reading)
  while (took(reading, '&')) value = oneOf(reading) && value
  return value
}

function oneOf(reading: Reading): boolean {
  if (took(reading, '~')) return !oneOf(reading)
  if (took(reading, '(')) {
    const value = anyOf(reading)
    demand(reading, ')')
    return value
  }
  const word = wordOf(reading)
  if (took(reading, '*')) return setOf(Number(word), reading)
  const state = reading.states.get(word)
  if (took(reading, '=')) return state === stateIn(reading)
  if (took(reading, '<>')) return state !== stateIn(reading)
  // An item that is not there closes nothing.
  return state === undefined || state === 'passed' || state === 'completed'
}

/** A set of which at least so many are met. */
function setOf(least: number, reading: Reading): boolean {
  if (!Number.isInteger(least)) throw new Error('is no number')
  demand(reading, '{')
  let met = 0
  do if (anyOf(reading)) met++
  while (took(reading, ','))
  demand(reading, '}')
  return met >= least
}

const PLAIN: Readonly<Record<string, string>> = {
  ...{
    p: 'passed',
    c: 'completed',
    f: 'failed',
    i: 'incomplete',
    b: 'browsed',
    n: 'not attempted',
  },
}

function stateIn(reading: Reading): string {
  const word = wordOf(reading).toLowerCase()
  const state = PLAIN[word] ?? word
  if (!Object.values(PLAIN).includes(state)) throw new Error('is no state')
  return state
}
