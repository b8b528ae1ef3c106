import type { Writing } from '../../kit/context.ts'
import type { Author } from './authors.ts'
import { deferMessage, type Change } from './messages.store.ts'
import type { TicketRow } from './tickets.store.ts'

/** Puts an entry about a change into the ticket's thread. */
export function noteChange(
  ctx: Writing & { readonly now: Date },
  { id }: Pick<TicketRow, 'id'>,
  by: Author,
  change: Change,
): void {
  deferMessage(ctx, {
    ...{ ticket_id: id, kind: 'system', ...by.columns },
    ...{ body: null, change: JSON.stringify(change), created_at: ctx.now },
  })
}
