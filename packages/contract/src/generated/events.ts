// Generated from the contract by `npm run generate`. Never edited by hand.
import type { webhooks } from './schema.ts'

type BodyOf<Webhook> = Webhook extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : never

/** Every event type, in the contract's order. */
export const eventTypes = [
  /** A certificate was issued */
  'certificate.issued',
  /** A member has completed a course */
  'course.completed',
  /** A member was enrolled in a course */
  'enrollment.created',
  /** A file left quarantine and was recorded */
  'file.uploaded',
  /** A listing went live */
  'listing.created',
  /** The last unit of a listing was sold */
  'listing.sold',
  /** A live listing was edited */
  'listing.updated',
  /** A live listing was withdrawn by its seller or a moderator */
  'listing.withdrawn',
  /** A moderator acted on a member, or dismissed a report */
  'moderation.action_taken',
  /** Content was reported */
  'moderation.content_flagged',
  /** A moderator removed content */
  'moderation.content_removed',
  /** @deprecated A member was banned */
  'moderation.user_banned',
  /** @deprecated A member was shadow-banned */
  'moderation.user_shadow_banned',
  /** @deprecated A member was suspended */
  'moderation.user_suspended',
  /** @deprecated A member was warned */
  'moderation.user_warned',
  /** A page was created */
  'page.created',
  /** A page is due for review */
  'page.review_due',
  /** A page was changed */
  'page.updated',
  /** A thread opener or a reply was posted */
  'post.created',
  /** A post was deleted */
  'post.deleted',
  /** A post was edited */
  'post.edited',
  /** A member reported another, or content */
  'report.created',
  /** A report was resolved */
  'report.resolved',
  /** A ticket was given to an agent */
  'ticket.assigned',
  /** A ticket was opened */
  'ticket.created',
  /** An agent or the requester replied to a ticket */
  'ticket.replied',
  /** The status of a ticket changed */
  'ticket.status_changed',
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
  /** A certificate was issued */
  'certificate.issued': BodyOf<webhooks['certificate.issued']['post']>
  /** A member has completed a course */
  'course.completed': BodyOf<webhooks['course.completed']['post']>
  /** A member was enrolled in a course */
  'enrollment.created': BodyOf<webhooks['enrollment.created']['post']>
  /** A file left quarantine and was recorded */
  'file.uploaded': BodyOf<webhooks['file.uploaded']['post']>
  /** A listing went live */
  'listing.created': BodyOf<webhooks['listing.created']['post']>
  /** The last unit of a listing was sold */
  'listing.sold': BodyOf<webhooks['listing.sold']['post']>
  /** A live listing was edited */
  'listing.updated': BodyOf<webhooks['listing.updated']['post']>
  /** A live listing was withdrawn by its seller or a moderator */
  'listing.withdrawn': BodyOf<webhooks['listing.withdrawn']['post']>
  /** A moderator acted on a member, or dismissed a report */
  'moderation.action_taken': BodyOf<webhooks['moderation.action_taken']['post']>
  /** Content was reported */
  'moderation.content_flagged': BodyOf<webhooks['moderation.content_flagged']['post']>
  /** A moderator removed content */
  'moderation.content_removed': BodyOf<webhooks['moderation.content_removed']['post']>
  /** @deprecated A member was banned */
  'moderation.user_banned': BodyOf<webhooks['moderation.user_banned']['post']>
  /** @deprecated A member was shadow-banned */
  'moderation.user_shadow_banned': BodyOf<webhooks['moderation.user_shadow_banned']['post']>
  /** @deprecated A member was suspended */
  'moderation.user_suspended': BodyOf<webhooks['moderation.user_suspended']['post']>
  /** @deprecated A member was warned */
  'moderation.user_warned': BodyOf<webhooks['moderation.user_warned']['post']>
  /** A page was created */
  'page.created': BodyOf<webhooks['page.created']['post']>
  /** A page is due for review */
  'page.review_due': BodyOf<webhooks['page.review_due']['post']>
  /** A page was changed */
  'page.updated': BodyOf<webhooks['page.updated']['post']>
  /** A thread opener or a reply was posted */
  'post.created': BodyOf<webhooks['post.created']['post']>
  /** A post was deleted */
  'post.deleted': BodyOf<webhooks['post.deleted']['post']>
  /** A post was edited */
  'post.edited': BodyOf<webhooks['post.edited']['post']>
  /** A member reported another, or content */
  'report.created': BodyOf<webhooks['report.created']['post']>
  /** A report was resolved */
  'report.resolved': BodyOf<webhooks['report.resolved']['post']>
  /** A ticket was given to an agent */
  'ticket.assigned': BodyOf<webhooks['ticket.assigned']['post']>
  /** A ticket was opened */
  'ticket.created': BodyOf<webhooks['ticket.created']['post']>
  /** An agent or the requester replied to a ticket */
  'ticket.replied': BodyOf<webhooks['ticket.replied']['post']>
  /** The status of a ticket changed */
  'ticket.status_changed': BodyOf<webhooks['ticket.status_changed']['post']>
  /** A user completed registration */
  'user.joined': BodyOf<webhooks['user.joined']['post']>
  /** A user's deletion was scheduled */
  'user.left': BodyOf<webhooks['user.left']['post']>
  /** A test event was asked for */
  'webhook.test': BodyOf<webhooks['webhook.test']['post']>
}

/** The data of an event of this type, without its envelope. */
export type EventDataOf<T extends EventType> = EventOf[T] extends { data: infer Data } ? Data : EventOf[T]

/** Any event; its `type` tells them apart. */
export type WebhookEvent = EventOf[EventType]
