import type { components } from '@mobieus/contract'
import type { TicketRow } from '../tickets/tickets.store.ts'

/** An action as it is kept. */
export type Action =
  | {
      readonly type: 'set_priority'
      readonly priority: components['schemas']['TicketPriorityInput']
    }
  | { readonly type: 'add_tag' | 'remove_tag'; readonly tag: string }
  | { readonly type: 'assign_queue'; readonly queue_id: number }
  | { readonly type: 'assign_agent'; readonly agent_id: number | null }
  | { readonly type: 'set_status'; readonly status: components['schemas']['TicketStatusGoal'] }

/** The edit of a ticket that an action asks for, or its new status; `undefined` where nothing would change. */
export interface Effect {
  readonly edit?: {
    readonly priority?: components['schemas']['TicketPriorityInput']
    readonly queue_id?: number
    readonly assignee_id?: number | null
    readonly tags?: string[]
  }
  readonly status?: components['schemas']['TicketStatusGoal']
}

/** The effect of an action on a ticket as it is. */
export function effectOf(action: Action, ticket: TicketRow): Effect | undefined {
  switch (action.type) {
    case 'set_priority':
      return ticket.priority === action.priority
        ? undefined
        : { edit: { priority: action.priority } }
    case 'add_tag':
      return ticket.tags.includes(action.tag)
        ? undefined
        : { edit: { tags: [...ticket.tags, action.tag].sort() } }
    case 'remove_tag':
      return ticket.tags.includes(action.tag)
        ? { edit: { tags: ticket.tags.filter((tag) => tag !== action.tag) } }
        : undefined
    case 'assign_queue':
      return ticket.queue_id === action.queue_id
        ? undefined
        : { edit: { queue_id: action.queue_id } }
    case 'assign_agent':
      return ticket.assignee_id === action.agent_id
        ? undefined
        : { edit: { assignee_id: action.agent_id } }
    case 'set_status':
      return ticket.status === action.status ? undefined : { status: action.status }
  }
}
