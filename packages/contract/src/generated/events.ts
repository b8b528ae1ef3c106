// Generated from the contract by `npm run generate`. Never edited by hand.
import type { webhooks } from './schema.ts'

type BodyOf<Webhook> = Webhook extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : never

/** Every event type, in the contract's order. */
export const eventTypes = [
  /** A thread opener or a reply was posted */
  'post.created',
  /** A post was deleted */
  'post.deleted',
  /** A post was edited */
  'post.edited',
  /** A user completed registration */
  'user.joined',
  /** A user's deletion was scheduled */
  'user.left',
  /** A test event was asked for */
  'webhook.test',
] as const

export type EventType = (typeof eventTypes)[number]

/** The whole event by its type, as the log keeps it and a webhook delivers it. */
export interface EventOf {
  /** A thread opener or a reply was posted */
  'post.created': BodyOf<webhooks['post.created']['post']>
  /** A post was deleted */
  'post.deleted': BodyOf<webhooks['post.deleted']['post']>
  /** A post was edited */
  'post.edited': BodyOf<webhooks['post.edited']['post']>
  /** A user completed registration */
  'user.joined': BodyOf<webhooks['user.joined']['post']>
  /** A user's deletion was scheduled */
  'user.left': BodyOf<webhooks['user.left']['post']>
  /** A test event was asked for */
  'webhook.test': BodyOf<webhooks['webhook.test']['post']>
}

/** What an event of this type says, without its envelope. */
export type EventDataOf<T extends EventType> = EventOf[T] extends { data: infer Data } ? Data : EventOf[T]

/** Any event; its `type` tells them apart. */
export type WebhookEvent = EventOf[EventType]
