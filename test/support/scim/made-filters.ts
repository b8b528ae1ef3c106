import type { Random } from '../contract/random.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** A user as an answer shows it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any shape
export type Shown = Readonly<Record<string, any>>

/** A filter that was made up, and whether a resource fulfils it, which is worked out without the product's code. */
export interface Made {
  readonly text: string
  readonly holds: (user: Shown) => boolean
}

type Kind = 'folded' | 'exact' | 'boolean' | 'time'
interface Leaf {
  readonly path: string
  readonly kind: Kind
  readonly of: (object: Shown) => unknown
}

const leaf = (path: string, kind: Kind, of: Leaf['of']): Leaf => ({ path, kind, of })
const top = (path: string, kind: Kind = 'folded') => {
  const [name = '', part] = path.split('.')
  return leaf(path, kind, part ? (user) => user[name]?.[part] : (user) => user[name])
}
const extended = (name: string) =>
  leaf(`${ENTERPRISE}:${name}`, 'folded', (user) => user[ENTERPRISE]?.[name])

const SINGLE: readonly Leaf[] = [
  ...[top('userName'), top('externalId', 'exact'), top('displayName'), top('title'), top('locale')],
  ...[top('name.givenName'), top('name.familyName'), top('active', 'boolean')],
  ...[top('meta.created', 'time'), top('meta.lastModified', 'time'), top('id', 'exact')],
  ...[extended('department'), extended('employeeNumber')],
  leaf('manager', 'folded', (user) => user[ENTERPRISE]?.manager?.value),
  leaf('name.honorificPrefix', 'folded', () => undefined),
]
const MANY = ['emails', 'phoneNumbers', 'ims']
const PARTS: readonly Leaf[] = [
  ...[top('value'), top('type'), top('display'), top('primary', 'boolean')],
]

const TEXT_OPS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
const OPS = {
  ...{ folded: TEXT_OPS, exact: TEXT_OPS, boolean: ['eq', 'ne'] },
  time: ['eq', 'ne', 'gt', 'ge', 'lt', 'le'],
} as const

/** A filter of the grammar over users like the samples; `depth` bounds how far it is nested. */
export function filterOf(numbers: Random, samples: readonly Shown[], depth = 3): Made {
  const kind = depth === 0 ? 0 : numbers.integer(0, 9)
  if (kind <= 5) return term(numbers, samples)
  const one = filterOf(numbers, samples, depth - 1)
  if (kind === 6)
    return { text: `${cased(numbers, 'not')} (${one.text})`, holds: (u) => !one.holds(u) }
  const other = filterOf(numbers, samples, depth - 1)
  const isAnd = kind <= 8
  return {
    text: `(${one.text}) ${cased(numbers, isAnd ? 'and' : 'or')} (${other.text})`,
    holds: (u) => (isAnd ? one.holds(u) && other.holds(u) : one.holds(u) || other.holds(u)),
  }
}

function term(numbers: Random, samples: readonly Shown[]): Made {
  const sample = numbers.pick(samples)
  if (numbers.integer(0, 2) > 0) return comparison(numbers, numbers.pick(SINGLE), sample)
  const many = numbers.pick(MANY)
  const values = (user: Shown): readonly Shown[] => user[many] ?? []
  const one = (): Made =>
    comparison(numbers, numbers.pick(PARTS), numbers.pick([...values(sample), {}]))
  const within = (part: Made) => (user: Shown) => values(user).some(part.holds)
  switch (numbers.integer(0, 5)) {
    case 0:
      return { text: `${many} pr`, holds: (user) => values(user).length > 0 }
    case 1: {
      const part = comparison(
        numbers,
        PARTS[0] as Leaf,
        numbers.pick([...values(sample), {}]),
        'value',
      )
      return { text: part.text.replace(/^\S+/, many), holds: within(part) }
    }
    case 2: {
      const [part, next] = [one(), one()]
      const holds = (value: Shown) => part.holds(value) && next.holds(value)
      return { text: `${many}[${part.text}].${next.text}`, holds: within({ text: '', holds }) }
    }
    case 3: {
      const [a, b, c] = [one(), one(), one()]
      const holds = (value: Shown) => (a.holds(value) && b.holds(value)) || !c.holds(value)
      const text = `${many}[${a.text} and ${b.text} or not (${c.text})]`
      return { text, holds: within({ text, holds }) }
    }
    case 4: {
      const part = one()
      return { text: `${many}[${part.text}]`, holds: within(part) }
    }
    default: {
      const part = one()
      return { text: `${many}.${part.text}`, holds: within(part) }
    }
  }
}

function comparison(numbers: Random, at: Leaf, sample: Shown, only?: string): Made {
  const stored = at.of(sample)
  const path = cased(numbers, at.path)
  if (!only && numbers.integer(0, 9) === 0)
    return { text: `${path} pr`, holds: (object) => at.of(object) !== undefined }
  const op = numbers.pick<string>(OPS[at.kind])
  const value = valueOf(numbers, at.kind, stored, op)
  const written = at.kind === 'boolean' ? String(value) : JSON.stringify(value)
  const sent = comparable(at.kind, value)
  return {
    text: `${path} ${cased(numbers, op)} ${written}`,
    holds: (object) => {
      const found = at.of(object)
      return found === undefined ? op === 'ne' : compare(op, comparable(at.kind, found), sent)
    },
  }
}

/** A value like the stored one, so that filters find something: the whole of it, or a piece where one is asked for. */
function valueOf(numbers: Random, kind: Kind, stored: unknown, op: string): unknown {
  if (kind === 'boolean') return numbers.pick([true, false])
  if (kind === 'time') {
    const time = typeof stored === 'string' ? Date.parse(stored) : 0
    return new Date(time + numbers.pick([0, 0, 1, -1, 3_600_000])).toISOString()
  }
  const text =
    typeof stored === 'string' ? stored : numbers.pick(['', 'a', '%', '_', '\\', 'zz', '7'])
  const letters = [...text]
  const [from, to] = [numbers.integer(0, letters.length), numbers.integer(0, letters.length)]
  const [least, most] = [Math.min(from, to), Math.max(from, to)]
  const piece =
    op === 'co'
      ? letters.slice(least, most)
      : op === 'sw'
        ? letters.slice(0, most)
        : letters.slice(least)
  const asked = op === 'co' || op === 'sw' || op === 'ew' ? piece.join('') : text
  return numbers.integer(0, 4) === 0 ? asked.toUpperCase().toLowerCase() : asked
}

const comparable = (kind: Kind, value: unknown): string | number | boolean => {
  if (kind === 'time') return Date.parse(String(value))
  return kind === 'folded' ? String(value).toLowerCase() : (value as string)
}

function compare(
  op: string,
  stored: string | number | boolean,
  sent: string | number | boolean,
): boolean {
  const [text, part] = [String(stored), String(sent)]
  if (op === 'eq') return stored === sent
  if (op === 'ne') return stored !== sent
  if (op === 'co') return text.includes(part)
  if (op === 'sw') return text.startsWith(part)
  if (op === 'ew') return text.endsWith(part)
  const order = typeof stored === 'number' ? stored - Number(sent) : orderOf(text, part)
  if (op === 'gt' || op === 'lt') return op === 'gt' ? order > 0 : order < 0
  return op === 'ge' ? order >= 0 : order <= 0
}

/** The order of texts by code points, which UTF-16 has as well where there are no surrogates. */
function orderOf(one: string, other: string): number {
  if (/[\ud800-\udfff]/.test(one + other))
    return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return one < other ? -1 : Number(one > other)
}

const cased = (numbers: Random, word: string) =>
  numbers.integer(0, 9) === 0 ? word.toUpperCase() : word

const PIECES = [
  '(',
  ')',
  '[',
  ']',
  '"',
  '\\',
  ' ',
  '.',
  'not',
  ' and ',
  'eq',
  '\u0000',
  '%',
  'é',
  '',
  '',
]

/** The same text with pieces put in or taken out: mostly no filter any more. */
export function broken(numbers: Random, text: string): string {
  let next = text
  for (let times = numbers.integer(1, 3); times > 0; times--) {
    const at = numbers.integer(0, next.length)
    next = next.slice(0, at) + numbers.pick(PIECES) + next.slice(at + numbers.integer(0, 3))
  }
  return next
}
