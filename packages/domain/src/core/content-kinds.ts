import type { AnyContext, Emitting, Partition } from '../kit/context.ts'
import type { Acting } from './acting-user.ts'
import { removeFile } from './files.ts'
import { findApprovedFile, lockFile } from './files.store.ts'
import { removeListing } from './listings.ts'
import { findListing, lockListing } from './listings.store.ts'
import { removePost } from './posts.ts'
import { findPost, lockPost } from './posts.store.ts'

/** The power to remove content of every kind. */
export type Removing = AnyContext & Emitting<'post.deleted' | 'listing.withdrawn'>

/** Content, locked until the transaction ends. */
interface Content {
  /** The owner of the content. */
  readonly ownerId: number
  readonly removed: boolean
  readonly remove: (by: Acting['user'], reason: string | null) => Promise<void>
}

/** A kind of content, as moderation needs to know it. */
interface ContentKind {
  /** The owner of the content; `undefined` where there is none, or it is removed. */
  readonly ownerOf: (ctx: Partition, id: number) => Promise<number | undefined>
  /** The content, locked; `undefined` where there is none, or none that was ever shown. */
  readonly lock: (ctx: Removing, id: number) => Promise<Content | undefined>
}

/**
 * The kinds of content that can be reported and removed. Requests and reports name one in the field
 * `reported_<kind>_id` or `target_<kind>_id`.
 */
export const contentKinds = {
  post: {
    ownerOf: async (ctx, id) => {
      const row = await findPost(ctx, id)
      return row && !row.deleted_at ? row.author_id : undefined
    },
    lock: async (ctx, id) => {
      const row = await lockPost(ctx, id)
      return (
        row && {
          ownerId: row.author_id,
          removed: row.deleted_at !== null,
          remove: (by, reason) => removePost(ctx, row, by, reason),
        }
      )
    },
  },
  listing: {
    ownerOf: async (ctx, id) => {
      const row = await findListing(ctx, id)
      return row && !row.removed_at ? row.seller_id : undefined
    },
    lock: async (ctx, id) => {
      const row = await lockListing(ctx, id)
      return (
        row && {
          ownerId: row.seller_id,
          removed: row.removed_at !== null,
          remove: (by, reason) => removeListing(ctx, row, by, reason),
        }
      )
    },
  },
  file: {
    ownerOf: async (ctx, id) => (await findApprovedFile(ctx, id))?.uploader_id,
    lock: async (ctx, id) => {
      const row = await lockFile(ctx, id)
      if (row?.status !== 'approved' && row?.status !== 'deleted') return undefined
      return {
        ownerId: row.uploader_id,
        removed: row.status === 'deleted',
        remove: (by, reason) => removeFile(ctx, row, by, reason),
      }
    },
  },
} satisfies Record<string, ContentKind>

export type ContentKindName = keyof typeof contentKinds

export const contentKindNames = Object.keys(contentKinds) as ContentKindName[]
