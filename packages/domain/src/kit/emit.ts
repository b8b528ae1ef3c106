import type { EventDataOf, EventType, OperationId } from '@mobieus/contract'
import type { Context, Emits } from './context.ts'

/**
 * Notes that something happened. The event is written with the tenant's next position when the
 * transaction commits, and not at all when it does not. An operation may emit only what its
 * `x-emits` declares.
 */
export function emit<Id extends OperationId, E extends EventType>(
  ctx: Pick<Context<Id>, 'outbox'> & { readonly operationId?: Id },
  event: E extends Emits<Id> ? E : `${Id} does not declare ${E} in x-emits`,
  data: EventDataOf<E>,
): void {
  ctx.outbox.events.push({ type: event as E, data })
}
