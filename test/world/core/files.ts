import { createHash } from 'node:crypto'
import { FILES } from '../../../packages/domain/src/core/index.ts'
import { keyIn } from '../../../packages/domain/src/kit/index.ts'
import { grownId, type Part, type Place } from '../part.ts'
import { AREA } from './file-areas.ts'
import { memberAt, MODERATOR, SELLER } from './users.ts'

const CONTENT = 'Field service manual, all revisions.\n'

/** An approved file, 77, and one that the moderator has removed just now, 78; both with their bytes. */
export const part: Part = {
  ids: { files: 77, restoreFile: 78 },
  furnish(place) {
    const { at, now, tenantId, insert, store } = place
    const kept = keyIn(FILES, tenantId, 'field-service-manual')
    const gone = keyIn(FILES, tenantId, 'removed-manual')
    for (const key of [kept, gone]) store(key, CONTENT)
    share(place, { id: at(77), title: 'Field service manual', storage_key: kept })
    const removed = { deleted_at: now, deleted_by: at(MODERATOR.id), delete_reason: 'spam' }
    const manual = { id: at(78), title: 'Manual', storage_key: gone, status: 'deleted' }
    insert('files', [{ ...commonOf(place), ...manual, ...removed }])
  },
  grow(place, numbers) {
    for (const i of numbers)
      share(place, {
        id: grownId(i),
        title: `File ${i}`,
        storage_key: keyIn(FILES, place.tenantId, `file-${i}`),
      })
  },
}

const facts = { mime_type: 'text/plain', size_bytes: CONTENT.length }
const sha256 = createHash('sha256').update(CONTENT).digest('hex')

const commonOf = ({ at, now }: Place) => ({
  ...{ area_id: at(AREA.id), uploader_id: at(SELLER.id), created_at: now, sha256, ...facts },
  ...{ description: '', original_name: 'manual.txt', download_count: 0 },
})

/** An approved file, and what everybody got to know of it. */
function share(
  place: Place,
  { id, title, storage_key }: { id: number; title: string; storage_key: string },
): void {
  const { insert, emit, slugAt } = place
  insert('files', [{ ...commonOf(place), id, title, storage_key, status: 'approved' }])
  const told = { file_id: id, title, area_slug: slugAt(AREA.slug) }
  const { mime_type: mime, size_bytes } = facts
  emit('file.uploaded', { ...told, size_bytes, mime, uploader: memberAt(place, SELLER) })
}
