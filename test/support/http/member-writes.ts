import type { Json } from './platform.ts'

/** A member in whose name one caller alone writes, and the rows that these writes have left. */
export interface Member {
  readonly id: number
  readonly username: string
  readonly categoryId: number
  posts: number
  listings: number
  reports: number
  /** The newest thread, and the newest reply in it. */
  thread: number
  reply: number
}

/** The part of a list that a filter finds, and its rows. */
interface Part {
  readonly query: string
  readonly total: number
}

/** A write that emits an event and changes totals. */
export interface MemberWrite {
  readonly type: string
  /** The field of the event's data that has the row's id. */
  readonly field: string
  readonly list: string
  /** The change of the list's total. */
  readonly change: 1 | -1
  /** The path and the body; `n` is the number of no other write. */
  request(member: Member, n: number): [path: string, body: object]
  /** Keeps what was answered; tells the part of the list that only this member writes to. */
  keep(member: Member, data: Json): Part | undefined
}

const posting = { type: 'post.created', field: 'post_id', list: '/posts', change: 1 } as const

/** Writes that a member does by turns. Filters alone and together, with a counter each. */
export const memberWrites: readonly MemberWrite[] = [
  {
    ...posting,
    request: ({ id }, n) => [
      '/posts',
      { forum_slug: 'general', title: `Thread ${n}`, body: 'Text', author_id: id },
    ],
    keep(member, { thread_id }) {
      member.thread = thread_id
      return { query: `forum_slug=general&author_id=${member.id}`, total: ++member.posts }
    },
  },
  {
    ...posting,
    request: ({ id, thread }) => ['/posts', { thread_id: thread, body: 'Text', author_id: id }],
    keep(member, { id }) {
      member.reply = id
      member.posts++
      return { query: `thread_id=${member.thread}`, total: 2 }
    },
  },
  {
    ...{ type: 'post.deleted', field: 'post_id', list: '/posts', change: -1 },
    request: ({ id, reply }) => [`/posts/${reply}/delete`, { actor_id: id }],
    keep: (member) => ({ query: `author_id=${member.id}`, total: --member.posts }),
  },
  {
    ...{ type: 'listing.created', field: 'listing_id', list: '/listings', change: 1 },
    request: ({ id, categoryId }, n) => [
      '/listings',
      {
        ...{ title: `Listing ${n}`, description: 'As on the photos.', price_cents: 100 },
        ...{ quantity: 1, condition_rating: 'good', location: { country: 'DE' } },
        ...{ category_id: categoryId, seller_id: id },
      },
    ],
    keep: (member) => ({ query: `status=active&seller_id=${member.id}`, total: ++member.listings }),
  },
  {
    ...{ type: 'report.created', field: 'report_id', list: '/reports', change: 1 },
    request: ({ id }) => ['/reports', { reported_user_id: id, reason_category: 'spam' }],
    keep: (member) => ({ query: `reported_user_id=${member.id}`, total: ++member.reports }),
  },
  {
    ...{ type: 'user.joined', field: 'user_id', list: '/users', change: 1 },
    request: ({ id }, n) => [
      '/users',
      { username: `friend-${n}-of-${id}`, email: `friend-${n}@example.com` },
    ],
    keep: () => undefined,
  },
]
