import { grownId, type Part } from '../part.ts'
import { PIA, SELLER } from './users.ts'

const common = { reason_category: 'spam', status: 'open' }

/** Two open reports, 61 about the seller and 62 about a post. */
export const part: Part = {
  ids: { reports: 61, resolveReport: 62 },
  furnish({ at, now, insert }) {
    const [seller, pia] = [at(SELLER.id), at(PIA.id)]
    const aboutSeller = { reporter_id: pia, reported_user_id: seller, reported_post_id: null }
    const aboutPost = { reporter_id: seller, reported_user_id: pia, reported_post_id: at(4502) }
    insert('reports', [
      { ...common, id: at(61), ...aboutSeller, created_at: now },
      { ...common, id: at(62), ...aboutPost, created_at: now },
    ])
  },
  grow({ at, now, insert }, numbers) {
    const about = { reporter_id: at(PIA.id), reported_user_id: at(SELLER.id), created_at: now }
    insert(
      'reports',
      numbers.map((i) => ({ ...common, id: grownId(i), ...about })),
    )
  },
}
