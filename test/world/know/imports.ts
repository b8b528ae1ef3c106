import { grownId, type Part, type Place } from '../part.ts'

const IMPORT = 8701
const MODERATOR = 9

/** An import of two files, one of which has failed. */
export const part: Part = {
  ids: { imports: IMPORT },
  furnish(place) {
    const { at, insert } = place
    insert('know_imports', [importOf(place, at(IMPORT))])
    insert('know_import_results', [resultOf(place, 1), { ...resultOf(place, 2), ...FAILED }])
  },
  grow(place, numbers) {
    place.insert(
      'know_imports',
      numbers.map((i) => importOf(place, grownId(i))),
    )
    place.insert(
      'know_import_results',
      numbers.map((i) => resultOf(place, grownId(i))),
    )
  },
}

const FAILED = {
  ...{ outcome: 'failed', slug: null, page_id: null },
  ...{ code: 'not_utf8', field: 'file', message: 'is no text in UTF-8' },
}

const importOf = ({ at, now }: Place, id: number) => ({
  ...{ id, user_id: at(MODERATOR), file_name: 'handbook.zip', size_bytes: 400 },
  ...{ on_conflict: 'update', dry_run: false, proposes: false, attempts: 1 },
  ...{ total: 2, created: 1, failed: 1, created_at: now, read_at: now, finished_at: now },
})

const resultOf = ({ at }: Place, n: number) => ({
  ...{ import_id: at(IMPORT), n, path: `handbook/page-${n}.md`, outcome: 'created' },
  ...{ slug: `page-${n}`, page_id: at(81), code: null, field: null, message: null },
  broken_links: ['handbook/fuses.md'],
})
