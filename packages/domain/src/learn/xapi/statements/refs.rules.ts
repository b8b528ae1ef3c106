import { hash } from 'node:crypto'
import { activitiesIn, CONTEXT_ACTIVITIES } from '../shapes/activities.rules.ts'
import { identifierOf, relevantIn } from '../shapes/agents.rules.ts'
import { isObject, type Json } from '../shapes/check.ts'

/** The kinds of what a statement can be found by, as they are kept. */
export const KINDS = {
  verb: 0,
  agent: 1,
  relatedAgent: 2,
  activity: 3,
  relatedActivity: 4,
  registration: 5,
} as const

/** One thing that a statement can be found by. */
export interface Ref {
  readonly kind: number
  readonly ref: string
}

/** A text of any length as 128 bits of its SHA-256, in the form of a UUID. */
export function refOf(value: string): string {
  const hex = hash('sha256', value, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** The identifiers of an agent or a group, and of its members. */
export function identifiersIn(value: unknown): string[] {
  if (!isObject(value)) return []
  const own = identifierOf(value)
  const members = Array.isArray(value.member) ? value.member.flatMap(identifiersIn) : []
  return own === undefined ? members : [own, ...members]
}

const isActor = (value: unknown): boolean =>
  isObject(value) && (value.objectType === 'Agent' || value.objectType === 'Group')

const isActivity = (value: unknown): value is Json =>
  isObject(value) && (value.objectType ?? 'Activity') === 'Activity'

/** Agents of a statement or SubStatement: those that `agent` finds, and the others. */
function agentsOf({ actor, object, context }: Json): { own: string[]; others: string[] } {
  const own = [...identifiersIn(actor), ...(isActor(object) ? identifiersIn(object) : [])]
  if (!isObject(context)) return { own, others: [] }
  const others = [
    ...identifiersIn(context.instructor),
    ...identifiersIn(context.team),
    ...relevantIn(context).flatMap(({ agent, group }) => identifiersIn(agent ?? group)),
  ]
  return { own, others }
}

const activitiesOf = ({ context }: Json): string[] =>
  CONTEXT_ACTIVITIES.flatMap((name) => activitiesIn(context, name).map(({ id }) => id as string))

/** Everything that a statement can be found by, once each; `authority` is the identifier of who vouches for it. */
export function refsOf(statement: Json, authority: string): Ref[] {
  const found = new Map<string, Ref>()
  const add = (kind: number, values: readonly string[]) => {
    for (const value of values) {
      const ref = refOf(value)
      found.set(`${kind}${ref}`, { kind, ref })
    }
  }
  const { object, context } = statement
  const inner = isObject(object) && object.objectType === 'SubStatement' ? object : undefined
  const agents = agentsOf(statement)
  const nested = inner && agentsOf(inner)
  const own = isActivity(object) ? [object.id as string] : []
  const ofInner = inner && isActivity(inner.object) ? [inner.object.id as string] : []
  add(KINDS.verb, [(statement.verb as Json).id as string])
  add(KINDS.agent, agents.own)
  add(KINDS.relatedAgent, [...agents.own, ...agents.others, authority])
  if (nested) add(KINDS.relatedAgent, [...nested.own, ...nested.others])
  add(KINDS.activity, own)
  add(KINDS.relatedActivity, [...own, ...activitiesOf(statement)])
  if (inner) add(KINDS.relatedActivity, [...ofInner, ...activitiesOf(inner)])
  const registration = isObject(context) ? context.registration : undefined
  if (typeof registration === 'string') add(KINDS.registration, [registration.toLowerCase()])
  return [...found.values()]
}
