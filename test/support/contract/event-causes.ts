import type { EventType } from '../../../packages/contract/src/index.ts'
import { encodeForm, FORM_TYPE } from '../http/form.ts'
import type { Hooks, Json } from '../http/hooks.ts'

/** The cause of an event, and the event's fields. */
export interface EventCause {
  /** The fields of its data, one text for each shape that was published; `{}` holds inner ones. */
  readonly fields: readonly string[]
  /** Causes it by calls of the API; answers how often. */
  readonly cause: (at: Scene) => Promise<number>
}

/** The surroundings of a cause. */
export interface Scene {
  readonly hooks: Hooks
  /** A member of their own for each cause. */
  member(): Promise<Json>
  listing(fields?: object): Promise<Json>
  /** An open report about a member. */
  report(): Promise<Json>
}

let members = 0

/** A community with a category and an area, as every tenant has them. */
export async function openScene(hooks: Hooks): Promise<Scene> {
  const { ok, platform } = hooks
  const { rows } = await platform.query(
    'select id::int from listing_categories where tenant_id = $1 order by id limit 1',
    [platform.tenant.live.tenantId],
  )
  const member = () => {
    const username = `member-${++members}`
    return ok('/users', { username, email: `${username}@example.com` })
  }
  return {
    hooks,
    member,
    listing: (fields) =>
      ok('/listings', {
        title: 'Atari 2600 Light Sixer',
        description: 'As on the photos.',
        price_cents: 12500,
        quantity: 1,
        condition_rating: 'good',
        category_id: rows[0].id,
        location: { country: 'DE' },
        ...fields,
      }),
    report: async () =>
      ok('/reports', { reported_user_id: (await member()).id, reason_category: 'spam' }),
  }
}

/** A measure against a member of its own, in answer to a report or without one. */
const act = async ({ hooks, member }: Scene, measure: object) =>
  hooks.ok('/moderation/actions', { target_user_id: (await member()).id, ...measure })

const resolve = async ({ hooks, report }: Scene, measure: object) =>
  hooks.ok(`/reports/${(await report()).id}/resolve`, measure)

const asked = { subject: 'The refund has not come', body: 'It was due two weeks ago.' }

/** A ticket of the caller, on the default queue. */
const ticket = ({ hooks }: Scene) => hooks.ok('/helpdesk/tickets', asked)

let pages = 0

/** A page of the wiki, of its own. */
const page = ({ hooks }: Scene) =>
  hooks.ok('/know/pages', { slug: `page-${++pages}`, title: 'A page', content_markdown: 'Text.' })

let courses = 0

/** An enrollment in a course of its own, which is published. */
async function enrollment({ hooks, member }: Scene): Promise<Json> {
  const course = await hooks.ok('/learn/courses', {
    slug: `course-${++courses}`,
    title: 'A course',
  })
  await hooks.ok(`/learn/courses/${course.id}/publish`, {})
  return hooks.ok('/learn/enrollments', { user_id: (await member()).id, course_id: course.id })
}

const complete = async (at: Scene) =>
  at.hooks.ok(`/learn/enrollments/${(await enrollment(at)).id}/complete`, {})

const once = async (...calls: Promise<unknown>[]) => (await Promise.all(calls)).length

const NOTICE = 'target{kind id} actor{id username} reason report_id'
const LISTING = 'listing_id slug title price_cents category_id seller{id username}'

/** A legacy alias comes of acting, with a report and without. */
const alias = (measure: object, fields: string = NOTICE): EventCause => ({
  fields: [fields],
  cause: (at) => once(act(at, { ...measure, reason: 'Again.' }), resolve(at, measure)),
})

/** Every type of the catalogue that the log can have. */
export const eventCauses: Readonly<Record<Exclude<EventType, 'webhook.test'>, EventCause>> = {
  'certificate.issued': {
    fields: [
      'certificate_id serial enrollment_id course_id course_slug user{id username} issued_at expires_at',
    ],
    cause: async (at) => once(complete(at)),
  },
  'course.completed': {
    fields: [
      'enrollment_id course_id course_slug course_title user{id username} score_pct completed_at',
    ],
    cause: async (at) => once(complete(at)),
  },
  'enrollment.created': {
    fields: [
      'enrollment_id course_id course_slug course_title user{id username} cohort_id expires_at',
    ],
    cause: async (at) => once(enrollment(at)),
  },
  'file.uploaded': {
    fields: ['file_id area_slug title size_bytes mime uploader{id username}'],
    cause: async ({ hooks }) => {
      const fields = { file: 'Centipede', title: 'Centipede (1981)', area_slug: 'documents' }
      const { status, text } = await hooks.platform.call('/api/v1/files', {
        method: 'POST',
        body: encodeForm(fields, new Map([['file', 'centipede.txt']])),
        headers: { 'content-type': FORM_TYPE },
      })
      if (status !== 202) throw new Error(text)
      return 1
    },
  },
  'listing.created': {
    fields: [LISTING],
    cause: async ({ hooks, listing }) => {
      const pending = await listing({ status: 'pending' })
      return once(listing(), hooks.ok(`/listings/${pending.id}/publish`, {}))
    },
  },
  'listing.sold': {
    fields: ['listing_id slug seller_id'],
    cause: async ({ hooks, listing }) =>
      once(hooks.ok(`/listings/${(await listing()).id}/sell`, {})),
  },
  'listing.updated': {
    fields: [`${LISTING} changed_fields`],
    cause: async ({ hooks, listing }) =>
      once(hooks.ok(`/listings/${(await listing()).id}`, { price_cents: 11900 })),
  },
  'listing.withdrawn': {
    fields: ['listing_id slug seller_id by{id username}'],
    cause: async ({ hooks, listing }) =>
      once(hooks.ok(`/listings/${(await listing()).id}/withdraw`, {})),
  },
  'moderation.action_taken': {
    fields: ['action target_user_id report_id duration_hours actor{id username}'],
    cause: async (at) =>
      once(
        act(at, { action: 'warn' }),
        act(at, { action: 'shadow_ban' }),
        resolve(at, { action: 'ban' }),
        resolve(at, { action: 'suspend', duration_hours: 168 }),
        at.report().then(({ id }) => at.hooks.ok(`/reports/${id}/dismiss`, {})),
      ),
  },
  'moderation.content_flagged': {
    fields: [NOTICE],
    cause: async ({ hooks, listing }) => {
      const spam = { reason_category: 'spam' }
      const [post, offer] = await Promise.all([hooks.post(), listing()])
      return once(
        hooks.ok('/reports', { ...spam, reported_post_id: post.id }),
        hooks.ok('/reports', { ...spam, reported_listing_id: offer.id }),
      )
    },
  },
  'moderation.content_removed': {
    fields: [NOTICE],
    cause: async ({ hooks, listing }) => {
      const [post, offer] = await Promise.all([hooks.post(), listing()])
      const remove = { action: 'remove_content' }
      const reported = { reason_category: 'spam', reported_post_id: post.id }
      const { id } = await hooks.ok('/reports', reported)
      return once(
        hooks.ok(`/reports/${id}/resolve`, remove),
        hooks.ok('/moderation/actions', { ...remove, target_listing_id: offer.id }),
      )
    },
  },
  'moderation.user_banned': alias({ action: 'ban' }),
  'moderation.user_shadow_banned': alias({ action: 'shadow_ban' }),
  'moderation.user_suspended': alias(
    { action: 'suspend', duration_hours: 168 },
    `${NOTICE} duration_hours`,
  ),
  'moderation.user_warned': alias({ action: 'warn' }),
  'page.created': {
    fields: ['page_id slug title revision_id author{id username}'],
    cause: async (at) => once(page(at)),
  },
  'page.review_due': {
    fields: ['page_id slug title due_at owner{id username}'],
    cause: async (at) => {
      const { slug } = await page(at)
      const owner_id = (await at.member()).id
      const due = { interval_days: 7, due_at: '2026-01-01T00:00:00Z', owner_id }
      return once(at.hooks.ok(`/know/pages/${slug}/review`, due))
    },
  },
  'page.updated': {
    fields: [
      'page_id slug title status revision_id previous_slug changed_fields editor{id username}',
    ],
    cause: async (at) => {
      const { slug } = await page(at)
      const { id } = await at.hooks.ok(`/know/pages/${slug}/revisions`, { content_markdown: 'B' })
      await at.hooks.ok(`/know/revisions/${id}/approve`, {})
      await at.hooks.ok(`/know/pages/${slug}`, { title: 'Another title' })
      return 2 + (await once(at.hooks.ok(`/know/pages/${slug}/delete`, {})))
    },
  },
  'post.created': {
    fields: [
      'post_id thread_id forum_slug title parent_post_id author{id username}',
      'post_id thread_id forum_slug parent_post_id author{id username}',
    ],
    cause: async ({ hooks }) => {
      const { id: parent_post_id, thread_id } = await hooks.post()
      await hooks.ok('/posts', { thread_id, body: 'A reply.' })
      await hooks.ok('/posts', { thread_id, parent_post_id, body: 'A nested one.' })
      return 3
    },
  },
  'post.deleted': {
    fields: ['post_id thread_id by{id username} reason'],
    cause: async ({ hooks }) => {
      const [one, other] = await Promise.all([hooks.post(), hooks.post()])
      return once(
        hooks.ok(`/posts/${one.id}/delete`, {}),
        hooks.ok(`/posts/${other.id}/delete`, { reason: 'spam' }),
      )
    },
  },
  'post.edited': {
    fields: ['post_id thread_id editor{id username}'],
    cause: async ({ hooks }) =>
      once(hooks.ok(`/posts/${(await hooks.post()).id}`, { body: 'Edited.' })),
  },
  'report.created': {
    fields: ['report_id reporter{id} reported_user_id reported_post_id reason_category source_url'],
    cause: async ({ hooks, report }) => {
      const source_url = 'https://example.com/thread/foo'
      const about = { reported_post_id: (await hooks.post()).id, source_url }
      return once(report(), hooks.ok('/reports', { ...about, reason_category: 'spam' }))
    },
  },
  'report.resolved': {
    fields: ['report_id resolution resolver{id username} resolved_at'],
    cause: async (at) => once(resolve(at, {}), resolve(at, { action: 'warn' })),
  },
  'ticket.assigned': {
    fields: ['ticket_id reference from to{id name} by{kind id name} cause'],
    cause: async (at) => {
      const agent = await at.hooks.ok('/helpdesk/agents', { user_id: (await at.member()).id })
      const { id } = await ticket(at)
      return once(at.hooks.ok(`/helpdesk/tickets/${id}`, { assignee_id: agent.id }))
    },
  },
  'ticket.created': {
    fields: [
      'ticket_id reference subject status priority source queue{id name} requester{id name} by{kind id name}',
    ],
    cause: async (at) => {
      const requester = { email: 'ada@example.com' }
      return once(ticket(at), at.hooks.ok('/helpdesk/tickets', { ...asked, requester }))
    },
  },
  'ticket.replied': {
    fields: ['ticket_id reference message_id author{kind id name}'],
    cause: async (at) => {
      const { id } = await ticket(at)
      return once(at.hooks.ok(`/helpdesk/tickets/${id}/reply`, { body: 'It is on its way.' }))
    },
  },
  'ticket.status_changed': {
    fields: ['ticket_id reference from to by{kind id name}'],
    cause: async (at) => {
      const { id } = await ticket(at)
      return once(at.hooks.ok(`/helpdesk/tickets/${id}/status`, { status: 'pending' }))
    },
  },
  'user.joined': {
    fields: ['user_id username email_verified'],
    cause: async ({ member }) => once(member()),
  },
  'user.left': {
    fields: ['user_id username reason'],
    cause: async ({ hooks, member }) => once(hooks.ok(`/users/${(await member()).id}/delete`, {})),
  },
}
