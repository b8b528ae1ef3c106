import { grownId, type Part } from '../part.ts'

/** The page of the examples is due for review. */
export const part: Part = {
  furnish({ at, insert, now }) {
    const review = { owner_id: at(312), interval_days: 182, due_at: now, is_due: true }
    const reviewed = { reviewed_at: now, reviewed_by: at(9) }
    insert('know_reviews', [{ ...review, ...reviewed, page_id: at(81) }])
  },
  grow({ at, insert, now }, numbers) {
    const review = { owner_id: at(312), interval_days: 182, due_at: now, is_due: true }
    const reviewed = { reviewed_at: null, reviewed_by: null }
    insert(
      'know_reviews',
      numbers.map((i) => ({ ...review, ...reviewed, page_id: grownId(10 * i) })),
    )
  },
}
