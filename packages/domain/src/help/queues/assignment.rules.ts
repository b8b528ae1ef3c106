/** The name of the chore that hands out tickets that wait. */
export const HAND_OUT = 'help-hand-out'

/** A ticket as far as an agent's load and its wait for an agent need it. */
export interface Carried {
  readonly status: string
  readonly assignee_id: number | null
}

/** The agent for whom a ticket is an open one: it waits for agents, and is theirs. */
export const carrierOf = ({ status, assignee_id }: Carried): number | null =>
  status === 'new' || status === 'open' ? assignee_id : null

/** A ticket before a change. */
export interface Waiting {
  readonly resolved_at: Date | null
  readonly assignee_id: number | null
  readonly awaits_agent: boolean
  readonly assignment_policy: string
}

/**
 * Whether a ticket waits for an agent after a change of its status. One that has ended does not; one that is reopened
 * does where its queue gives out tickets and it has no agent.
 */
export function awaitsAfter(before: Waiting, resolved_at: Date | null): boolean {
  if (resolved_at !== null) return false
  if (before.resolved_at === null) return before.awaits_agent
  return before.assignee_id === null && before.assignment_policy !== 'manual'
}

/** Whether a ticket waits for an agent after an edit: who takes its agent away, or names one, gives it by hand. */
export function awaitsAfterEdit(
  before: Waiting,
  edit: { readonly assignee_id?: number | null },
  goal: { readonly assignment_policy: string } | undefined,
): boolean {
  if (edit.assignee_id !== undefined) return false
  if (!goal) return before.awaits_agent
  const isOpen = before.resolved_at === null && before.assignee_id === null
  return isOpen && goal.assignment_policy !== 'manual'
}
