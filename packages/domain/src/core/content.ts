import type { Context, Partition } from '../context.ts'
import { conflict } from '../problem.ts'
import type { Acting } from './acting-user.ts'
import { removeFile } from './files.ts'
import { findApprovedFile, lockFile } from './files.store.ts'
import { removeListing } from './listings.ts'
import { findListing, lockListing } from './listings.store.ts'
import { removePost } from './posts.ts'
import { findPost, lockPost } from './posts.store.ts'

type Removing = Context<'createModerationAction' | 'resolveReport'>

/** What moderation needs to know of a kind of content. */
interface ContentKind {
  /** The member whose it is; `undefined` where there is nothing, or nothing any more. */
  readonly ownerOf: (ctx: Partition, id: number) => Promise<number | undefined>
  /** Removes it and answers whose it was; `undefined` where there is nothing. */
  readonly remove: (
    ctx: Removing,
    id: number,
    by: Acting['user'],
    reason: string | null,
  ) => Promise<number | undefined>
}

const removedAlready = () => conflict('It is removed already.')

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
    remove: async (ctx, id, by, reason) => {
      const row = await lockPost(ctx, id)
      if (row?.deleted_at) throw removedAlready()
      if (row) await removePost(ctx, row, by, reason)
      return row?.author_id
    },
  },
  listing: {
    ownerOf: async (ctx, id) => {
      const row = await findListing(ctx, id)
      return row && !row.removed_at ? row.seller_id : undefined
    },
    remove: async (ctx, id, by, reason) => {
      const row = await lockListing(ctx, id)
      if (row?.removed_at) throw removedAlready()
      if (row) await removeListing(ctx, row, by, reason)
      return row?.seller_id
    },
  },
  file: {
    ownerOf: async (ctx, id) => (await findApprovedFile(ctx, id))?.uploader_id,
    remove: async (ctx, id, by, reason) => {
      const row = await lockFile(ctx, id)
      if (row?.status === 'deleted') throw removedAlready()
      if (row?.status !== 'approved') return undefined
      await removeFile(ctx, row, by, reason)
      return row.uploader_id
    },
  },
} satisfies Record<string, ContentKind>

export type ContentKindName = keyof typeof contentKinds

export const contentKindNames = Object.keys(contentKinds) as ContentKindName[]
