import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { count, emit } from '../../packages/domain/src/index.ts'
import type { Platform } from './platform.ts'
import type { Place } from './world-listings.ts'

/** The files of the documentation world. */

const AREA = 17
const AREA_SLUG = 'manuals'
const CONTENT = 'Field service manual, all revisions.\n'
const sha256 = createHash('sha256').update(CONTENT).digest('hex')

/** An approved file, 77, with its bytes. */
export async function furnishFiles(
  platform: Platform,
  place: Place & { readonly tenantId: number },
): Promise<void> {
  const { insert, at, slugAt, tenantId, created_at } = place
  const area = { id: at(AREA), slug: slugAt(AREA_SLUG), name: 'Manuals' }
  await insert('file_areas', [
    { ...area, archived_at: null },
    { id: at(18), slug: slugAt('schematics'), name: 'Schematics', archived_at: null },
    { id: at(19), slug: slugAt('drivers'), name: 'Drivers', archived_at: created_at },
  ])
  const storage_key = `files/${tenantId}/field-service-manual`
  const source = path.join(platform.dataFolder, `content-${tenantId}`)
  await writeFile(source, CONTENT)
  await platform.storage.put(storage_key, source, { size: CONTENT.length, sha256 })
  await share(place, area, [{ id: at(77), title: 'Field service manual', storage_key }])
}

/** One more approved file for each number, without bytes. */
export const growFiles = (place: Omit<Place, 'at' | 'slugAt'>, numbers: readonly number[]) =>
  share(
    place,
    { id: AREA, slug: AREA_SLUG },
    numbers.map((i) => ({ title: `File ${i}`, storage_key: `files/1/file-${i}` })),
  )

interface Shared {
  readonly id?: number
  readonly title: string
  readonly storage_key: string
}

async function share(
  { insert, outbox, created_at, seller: uploader }: Omit<Place, 'at' | 'slugAt'>,
  area: { id: number; slug: string },
  files: readonly Shared[],
) {
  const facts = { mime_type: 'text/plain', size_bytes: CONTENT.length }
  const common = {
    ...{ area_id: area.id, uploader_id: uploader.id, created_at, sha256, ...facts },
    ...{ description: '', original_name: 'manual.txt', status: 'approved', download_count: 0 },
  }
  const ids = await insert(
    'files',
    files.map((each) => ({ ...common, ...each })),
  )
  for (const [i, { title }] of files.entries()) {
    count({ outbox }, 'files', 1, { area_slug: area.slug, uploader_id: uploader.id })
    emit<'createFile', 'file.uploaded'>({ outbox }, 'file.uploaded', {
      ...{ file_id: ids[i] as number, area_slug: area.slug, title, uploader },
      ...{ size_bytes: facts.size_bytes, mime: facts.mime_type },
    })
  }
}
