import { CONTEXT_ACTIVITIES } from '../shapes/activities.rules.ts'
import { isObject, type Json, type XapiVersion } from '../shapes/check.ts'
import { inUtc } from '../shapes/times.rules.ts'
import { membersOf, type Member } from '../text/scan.rules.ts'

/** A statement as it is kept: its text, and how an answer differs from it. */
export interface Kept {
  readonly body: string
  /** Members that the store sets, in front of the others. */
  readonly added: string
  /** Triples of begin, end and what is done there. */
  readonly edits: readonly number[] | null
  readonly is_timed: boolean
}

const CUT = 0
const WRAP = 1

interface Setting {
  readonly id: string
  readonly version: XapiVersion
  /** The JSON of who vouches for it. */
  readonly authority: string
}

/** The statement as it is kept. `text` is that of the one statement alone. */
export function keptOf(text: string, value: Json, { id, version, authority }: Setting): Kept {
  const members = membersOf(text, 0)
  const utc =
    version === '2.0.0' && typeof value.timestamp === 'string' ? inUtc(value.timestamp) : undefined
  const isTimed = typeof value.timestamp === 'string'
  const cut = new Set(['stored', 'authority', ...(utc === undefined ? [] : ['timestamp'])])
  const added = [
    ...(Object.hasOwn(value, 'id') ? [] : [`"id":"${id}"`]),
    ...(utc === undefined ? [] : [`"timestamp":"${utc}"`]),
    `"authority":${authority}`,
    ...(Object.hasOwn(value, 'version')
      ? []
      : [`"version":"${version === '1.0.3' ? '1.0.0' : version}"`]),
  ]
  const edits = [...cutsOf(members, cut), ...wrapsOf(text, members, value)]
  return {
    body: text,
    added: added.join(),
    edits: edits.length > 0 ? edits.sort(([a], [b]) => a! - b!).flat() : null,
    is_timed: isTimed,
  }
}

/** Takes members out together with one comma each. */
function cutsOf(members: readonly Member[], names: ReadonlySet<string>): number[][] {
  let isFirst = true
  return members.flatMap(({ key, start, end }, i) => {
    if (!names.has(key)) {
      isFirst = false
      return []
    }
    const next = members[i + 1]
    const before = members[i - 1]
    if (isFirst && next) return [[start, next.start, CUT]]
    return [[before ? before.end : start, end, CUT]]
  })
}

/** The single activities of a context, its own or a SubStatement's, that are answered as lists. */
function wrapsOf(text: string, members: readonly Member[], value: Json): number[][] {
  const inner =
    isObject(value.object) && value.object.objectType === 'SubStatement' ? value.object : undefined
  const own = hasSingle(value) ? singlesIn(text, members) : []
  const object = inner && hasSingle(inner) && members.find(({ key }) => key === 'object')
  return object ? [...own, ...singlesIn(text, membersOf(text, object.value.start))] : own
}

function hasSingle({ context }: Json): boolean {
  const all = isObject(context) ? context.contextActivities : undefined
  return isObject(all) && CONTEXT_ACTIVITIES.some((name) => isObject(all[name]))
}

function singlesIn(text: string, members: readonly Member[]): number[][] {
  const context = members.find(({ key }) => key === 'context')
  const all =
    context && membersOf(text, context.value.start).find(({ key }) => key === 'contextActivities')
  if (!all) return []
  return membersOf(text, all.value.start)
    .filter(({ value }) => text[value.start] === '{')
    .map(({ value }) => [value.start, value.end, WRAP])
}

/** A row of a statement, as far as its answer goes. */
export interface KeptRow {
  readonly body: string
  readonly added: string
  readonly edits: readonly number[] | null
  readonly is_timed: boolean
  readonly stored: Date
}

/** The statement as it is answered: what the store sets, and then the text as it came. */
export function exactOf({ body, added, edits, is_timed, stored }: KeptRow): string {
  const time = stored.toISOString()
  const head = `{"stored":"${time}",${is_timed ? '' : `"timestamp":"${time}",`}${added},`
  return head + (edits ? edited(body, edits) : body).slice(1)
}

function edited(text: string, edits: readonly number[]): string {
  let done = ''
  let at = 0
  for (let i = 0; i < edits.length; i += 3) {
    const [start, end, what] = edits.slice(i, i + 3) as [number, number, number]
    done += text.slice(at, start)
    if (what === WRAP) done += `[${text.slice(start, end)}]`
    at = end
  }
  return done + text.slice(at)
}
