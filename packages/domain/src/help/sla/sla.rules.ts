import { instantsAfter, MINUTE_MS, type OpenHours, type Span } from './business-time.rules.ts'
import { targetsOf, type PlanTargets } from './plans.rules.ts'

/** The terms that a ticket is held to: its queue's SLA plan with the calendar. */
export interface Terms extends PlanTargets {
  readonly pause_on_statuses: readonly string[]
  readonly at_risk_percent: number
  readonly calendar: OpenHours | null
}

/** The part of a ticket that its SLA follows from. */
export interface Timed {
  readonly status: string
  readonly priority: string
  readonly created_at: Date
  readonly first_responded_at: Date | null
  readonly resolved_at: Date | null
  readonly sla_pauses: readonly Span[]
  readonly sla_paused_at: Date | null
  readonly sla_first_response_level: number
  readonly sla_resolution_level: number
}

/** The columns of a ticket's SLA. */
export interface Sla extends Omit<
  Timed,
  'status' | 'priority' | 'created_at' | 'first_responded_at' | 'resolved_at'
> {
  readonly sla_state: string
  readonly first_response_due_at: Date | null
  readonly resolution_due_at: Date | null
  /** When the clock has to look at the ticket again; `null` for never. */
  readonly sla_next_at: Date | null
}

/** A target of which a ticket has come to be at risk, or which it has missed. */
export interface SlaNews {
  readonly target: 'first_response' | 'resolution'
  readonly level: number
}

export const AT_RISK = 1
export const BREACHED = 2

/** A target of a ticket, as it stands now. */
interface Clock {
  readonly due: number
  readonly level: number
  /** Whether time passes for it. */
  readonly runs: boolean
  /** When its level changes by the clock alone; never where it does not run or has missed. */
  readonly next: number | undefined
}

/**
 * The SLA of a ticket at a time. It follows from what has happened, and never from what it was before. Targets
 * count from the creation, by the plan and priority of now, and pauses are kept. A pause holds the
 * resolution alone; so does being resolved, for a ticket that is reopened. A target is missed after its due
 * instant, not at it.
 */
export function slaOf(
  ticket: Timed,
  terms: Terms | null,
  now: Date,
): { sla: Sla; news: SlaNews[] } {
  const held = holdOf(ticket, terms, now)
  if (!terms) return { sla: { ...untimed, ...held }, news: [] }
  const ended = ticket.resolved_at
  const targets = targetsOf(terms, ticket.priority)
  const stopped = ticket.first_responded_at ?? ended
  const first = clockOf(ticket, terms, targets.first_response_minutes, [], { stopped }, now)
  const rest = { stopped: ended, paused: held.sla_paused_at }
  const last = clockOf(ticket, terms, targets.resolution_minutes, held.sla_pauses, rest, now)
  const clocks = [first, last].flatMap((each) => each ?? [])
  const isPaused = last !== undefined && ended === null && held.sla_paused_at !== null
  const nexts = clocks.flatMap(({ next }) => next ?? [])
  const sla = {
    ...held,
    sla_state: stateOf(clocks, isPaused),
    first_response_due_at: first ? new Date(first.due) : null,
    resolution_due_at: last ? new Date(last.due) : null,
    sla_first_response_level: first?.level ?? 0,
    sla_resolution_level: last?.level ?? 0,
    sla_next_at: nexts.length > 0 ? new Date(Math.min(...nexts)) : null,
  }
  return { sla, news: newsOf(ticket, sla) }
}

const untimed = {
  ...{ sla_state: 'none', first_response_due_at: null, resolution_due_at: null },
  ...{ sla_first_response_level: 0, sla_resolution_level: 0, sla_next_at: null },
}

/** The pauses that are over, and when the present one began. */
function holdOf(
  { status, resolved_at, sla_pauses, sla_paused_at }: Timed,
  terms: Terms | null,
  now: Date,
): Pick<Sla, 'sla_pauses' | 'sla_paused_at'> {
  const holds = resolved_at !== null || (terms?.pause_on_statuses.includes(status) ?? false)
  if (holds) return { sla_pauses, sla_paused_at: sla_paused_at ?? now }
  if (!sla_paused_at) return { sla_pauses, sla_paused_at }
  const over = [sla_paused_at.getTime(), now.getTime()] as const
  return {
    sla_pauses: over[0] < over[1] ? joined([...sla_pauses, over]) : sla_pauses,
    sla_paused_at: null,
  }
}

/** So many pauses are kept; of more, the two with the least time between them count as one. */
const MOST_PAUSES = 50

function joined(pauses: readonly Span[]): readonly Span[] {
  if (pauses.length <= MOST_PAUSES) return pauses
  const gapBefore = (i: number) => (pauses[i] as Span)[0] - (pauses[i - 1] as Span)[1]
  let least = 1
  for (let i = 2; i < pauses.length; i++) if (gapBefore(i) < gapBefore(least)) least = i
  const both = [(pauses[least - 1] as Span)[0], (pauses[least] as Span)[1]] as const
  return [...pauses.slice(0, least - 1), both, ...pauses.slice(least + 1)]
}

function clockOf(
  { created_at }: Timed,
  { calendar, at_risk_percent }: Terms,
  minutes: number | null,
  pauses: readonly Span[],
  { stopped, paused = null }: { readonly stopped: Date | null; readonly paused?: Date | null },
  now: Date,
): Clock | undefined {
  if (minutes === null) return undefined
  const whole = minutes * MINUTE_MS
  const amounts = [(whole * at_risk_percent) / 100, whole]
  const [risk, due] = instantsAfter(calendar, created_at.getTime(), amounts, pauses) as [
    number,
    number,
  ]
  const at = (stopped ?? paused ?? now).getTime()
  const runs = stopped === null && paused === null
  if (at > due) return { due, level: BREACHED, runs, next: undefined }
  if (stopped || at < risk) return { due, level: 0, runs, next: runs ? risk : undefined }
  return { due, level: AT_RISK, runs, next: runs ? due + 1 : undefined }
}

/** A target that was missed stays missed; otherwise those clocks count that run. */
function stateOf(clocks: readonly Clock[], isPaused: boolean): string {
  if (clocks.length === 0) return 'none'
  if (clocks.some(({ level }) => level === BREACHED)) return 'breached'
  const running = clocks.filter(({ runs }) => runs)
  if (running.some(({ level }) => level === AT_RISK)) return 'at_risk'
  return running.length === 0 && isPaused ? 'paused' : 'on_track'
}

/** The targets that have come to a level above the one before. */
function newsOf(before: Timed, after: Sla): SlaNews[] {
  const levels = [
    ['first_response', before.sla_first_response_level, after.sla_first_response_level],
    ['resolution', before.sla_resolution_level, after.sla_resolution_level],
  ] as const
  return levels.flatMap(([target, was, level]) => (level > was ? [{ target, level }] : []))
}
