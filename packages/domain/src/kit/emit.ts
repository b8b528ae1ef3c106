import type { EventDataOf, EventType } from '@mobieus/contract'
import type { Emitting } from './context.ts'

/** The compiler's message for an event that may not be emitted here, in place of its name. */
type Undeclared<E extends string, By extends string> = string extends By
  ? `${E} is not in the Emitting<…> of this function: add it there, and to x-emits of each operation that calls it`
  : `${By} does not declare ${E} in x-emits: add it in openapi.yaml`

type Allowed<E extends string, May, By extends string> = E extends May
  ? E
  : E extends EventType
    ? Undeclared<E, By>
    : `there is no event ${E}: add it to webhooks in openapi.yaml`

/**
 * Notes that something happened. The event is written with the tenant's next position when the
 * transaction commits, and not at all when it does not. An operation may emit only what its
 * `x-emits` declares, and a function that several share what it says itself: `Writing & Emitting<'post.deleted'>`.
 */
export function emit<May extends EventType, E extends string, By extends string = string>(
  ctx: Emitting<May, By>,
  event: Allowed<E, May, By>,
  data: E extends EventType ? EventDataOf<E> : never,
): void {
  ctx.outbox.events.push({ type: event as EventType, data })
}
