/** The states of items by their identifiers, in the letters of AICC: passed, completed, and so on. */
export type States = ReadonlyMap<
  string,
  'passed' | 'completed' | 'failed' | 'incomplete' | 'not attempted'
>

const TOKEN = /\s*(?:([&|~()=,{}*]|<>)|"([^"]*)"|([^&|~()=<>,{}*"\s]+))/gy

/**
 * Whether the prerequisites of an item are met (AICC's script: `&`, `|`, `~`, `=`, `<>`, sets such as `2*{A,B,C}`). One
 * that cannot be read closes nothing.
 */
export function isOpenBy(script: string | null, states: States): boolean {
  if (script === null || script.trim() === '') return true
  try {
    const tokens = tokensOf(script)
    const [value, rest] = anyOf(tokens, states)
    return rest.length === 0 ? value : true
  } catch {
    return true
  }
}

type Read<T> = readonly [T, readonly string[]]

function tokensOf(script: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  for (let match; TOKEN.lastIndex < script.trimEnd().length && (match = TOKEN.exec(script));)
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '')
  if (tokens.length > 1000) throw new Error('too long')
  return tokens
}

function anyOf(tokens: readonly string[], states: States): Read<boolean> {
  let [value, rest] = allOf(tokens, states)
  while (rest[0] === '|') {
    const [next, after] = allOf(rest.slice(1), states)
    ;[value, rest] = [value || next, after]
  }
  return [value, rest]
}

function allOf(tokens: readonly string[], states: States): Read<boolean> {
  let [value, rest] = oneOf(tokens, states)
  while (rest[0] === '&') {
    const [next, after] = oneOf(rest.slice(1), states)
    ;[value, rest] = [value && next, after]
  }
  return [value, rest]
}

function oneOf([first, ...rest]: readonly string[], states: States): Read<boolean> {
  if (first === undefined) throw new Error('ends early')
  if (first === '~') {
    const [value, after] = oneOf(rest, states)
    return [!value, after]
  }
  if (first === '(') {
    const [value, after] = anyOf(rest, states)
    if (after[0] !== ')') throw new Error('is not closed')
    return [value, after.slice(1)]
  }
  if (rest[0] === '*' && rest[1] === '{') return setOf(Number(first), rest.slice(2), states)
  const state = states.get(first)
  if (rest[0] === '=' || rest[0] === '<>') {
    const isEqual = state === plainState(rest[1] ?? '')
    return [rest[0] === '=' ? isEqual : !isEqual, rest.slice(2)]
  }
  // An item that is not there closes nothing.
  return [state === undefined || state === 'passed' || state === 'completed', rest]
}

function setOf(least: number, tokens: readonly string[], states: States): Read<boolean> {
  let [met, rest] = [0, tokens]
  for (;;) {
    const [value, after] = anyOf(rest, states)
    if (value) met++
    if (after[0] === '}') return [met >= least, after.slice(1)]
    if (after[0] !== ',') throw new Error('is no set')
    rest = after.slice(1)
  }
}

const PLAIN: Readonly<Record<string, string>> = {
  ...{ p: 'passed', c: 'completed', f: 'failed', i: 'incomplete', n: 'not attempted' },
}
const plainState = (word: string): string => PLAIN[word.toLowerCase()] ?? word.toLowerCase()
