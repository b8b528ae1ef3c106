import type { Part } from '../part.ts'

/** Two votes on the page of the examples, which counts more of them. */
export const part: Part = {
  furnish({ at, insert, now }) {
    const vote = { page_id: at(81), is_counted: true, voted_at: now }
    insert('know_votes', [
      { ...vote, user_id: at(312), is_helpful: true },
      { ...vote, user_id: at(9), is_helpful: false },
    ])
  },
}
