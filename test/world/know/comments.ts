import { grownId, type Part, type Place } from '../part.ts'

const AUTHOR = 312
const MODERATOR = 9
const PAGE = 81
const REVISION = 8102
const [OPEN, RESOLVED, REPLY] = [8501, 8502, 8503]

/** A comment on a passage with a reply, and one that is resolved. Counts have those that come as the world grows. */
export const part: Part = {
  ids: { comments: OPEN, reopenKnowComment: RESOLVED },
  furnish(place) {
    const { at, insert, now } = place
    insert('know_comments', [
      { ...commentOf(place, at(OPEN)), reply_count: 400 },
      {
        ...{ ...commentOf(place, at(RESOLVED)), ...NO_PASSAGE, revision_id: null },
        ...{ status: 'resolved', resolved_at: now, resolved_by: at(MODERATOR) },
      },
      replyOf(place, at(REPLY)),
    ])
  },
  grow(place, numbers) {
    for (const i of numbers) {
      place.insert('know_comments', [commentOf(place, grownId(10 * i))])
      place.insert('know_comments', [replyOf(place, grownId(10 * i + 1))])
    }
  },
}

const NO_PASSAGE = { exact: null, prefix: null, suffix: null, place: null }

const commentOf = ({ at, now }: Place, id: number) => ({
  ...{ id, page_id: at(PAGE), parent_id: null, status: 'open', body: 'Which of the two?' },
  ...{ author_id: at(AUTHOR), exact: 'left port', prefix: 'Plug the controller into the ' },
  ...{ suffix: '.', place: 29, revision_id: at(REVISION), reply_count: 0, created_at: now },
  ...{ resolved_at: null, resolved_by: null },
})

const replyOf = (place: Place, id: number) => ({
  ...{ ...commentOf(place, id), ...NO_PASSAGE, revision_id: null },
  ...{ parent_id: place.at(OPEN), status: null, author_id: place.at(MODERATOR) },
})
