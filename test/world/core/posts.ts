import { grownId, type Part, type Place } from '../part.ts'
import { FORUM } from './forums.ts'
import { memberAt, MODERATOR, PIA, SELLER } from './users.ts'

const THREAD = 118
const OPENER = 4501
const TITLE = 'Which capacitor kit for a light sixer?'

/** A thread with its opener, a reply, and a reply that the moderator has removed just now. */
export const part: Part = {
  ids: { threads: THREAD, restorePost: 4503 },
  furnish(place) {
    const { at, now, insert } = place
    const { where, post } = shapes(place)
    insert('threads', [{ ...where, id: at(THREAD), author_id: at(SELLER.id), title: TITLE }])
    const reply = { ...post, author_id: at(PIA.id), is_opener: false, parent_post_id: at(OPENER) }
    insert('posts', [
      { ...reply, id: at(OPENER), author_id: at(SELLER.id), is_opener: true, parent_post_id: null },
      { ...reply, id: at(4502) },
    ])
    const removed = { deleted_at: now, deleted_by: at(MODERATOR.id), delete_reason: 'spam' }
    insert('posts', [{ ...reply, id: at(4503), ...removed }])
    const opened = { post_id: at(OPENER), parent_post_id: null, title: TITLE }
    announce(place, { ...opened, author: memberAt(place, SELLER) })
    const replied = { post_id: at(4502), parent_post_id: at(OPENER) }
    announce(place, { ...replied, author: memberAt(place, PIA) })
  },
  grow(place, numbers) {
    const author = memberAt(place, SELLER)
    const reply = { ...shapes(place).post, author_id: author.id, is_opener: false }
    for (const i of numbers) {
      place.insert('posts', [{ ...reply, id: grownId(i), body: `Reply ${i}` }])
      announce(place, { post_id: grownId(i), parent_post_id: null, author })
    }
  },
}

function shapes({ at, now }: Place) {
  const where = { forum_id: at(FORUM.id), created_at: now }
  const body = 'The picture rolls after ten minutes.'
  return { where, post: { ...where, thread_id: at(THREAD), body } }
}

interface Announced {
  readonly post_id: number
  readonly parent_post_id: number | null
  readonly title?: string
  readonly author: { id: number; username: string }
}

const announce = ({ at, slugAt, emit }: Place, post: Announced): void =>
  emit('post.created', { thread_id: at(THREAD), forum_slug: slugAt(FORUM.slug), ...post })
