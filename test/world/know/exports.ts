import { createHash } from 'node:crypto'
import { exportKeyOf } from '../../../packages/domain/src/know/index.ts'
import { grownId, type Part, type Place } from '../part.ts'

const EXPORT = 8601
const MODERATOR = 9
const CONTENT = 'The zip of two pages.\n'
const sha256 = createHash('sha256').update(CONTENT).digest('hex')

/** An export that is finished. */
export const part: Part = {
  ids: { exports: EXPORT },
  furnish(place) {
    const { at, insert, store, tenantId } = place
    insert('know_exports', [exportOf(place, at(EXPORT))])
    store(exportKeyOf(tenantId, { id: at(EXPORT), sha256 }), CONTENT)
  },
  grow(place, numbers) {
    place.insert(
      'know_exports',
      numbers.map((i) => exportOf(place, grownId(i))),
    )
  },
}

const exportOf = ({ at, now }: Place, id: number) => ({
  ...{ id, user_id: at(MODERATOR), total: 2, done: 2, size_bytes: CONTENT.length, sha256 },
  ...{ attempts: 1, created_at: now, finished_at: now },
})
