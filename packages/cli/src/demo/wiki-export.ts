import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { count, inWorkFolder, type FileStorage, type SystemWriting } from '@mobieus/domain/kit'
import {
  exportKeyOf,
  exportList,
  fileOf,
  importList,
  importResultList,
  writeZip,
} from '@mobieus/domain/know'
import type { Insert } from './cast.ts'
import { PAGES } from './wiki-pages.ts'

const [EXPORT, IMPORT, MODERATOR] = [8601, 8701, 9] as const
const PAGE = { id: 81, slug: 'getting-started' } as const

/** A zip of the community's pages, whose bytes are kept already. */
export interface KeptExport {
  readonly size_bytes: number
  readonly sha256: string
}

/** Keeps a zip of the community's pages, as an export makes it. */
export async function keepExport(
  storage: FileStorage,
  tenantId: number,
  now: Date,
): Promise<KeptExport> {
  return inWorkFolder(async (folder) => {
    const file = path.join(folder, 'pages.zip')
    await writeZip(file, entriesOf(now))
    const bytes = await readFile(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await storage.put(exportKeyOf(tenantId, { id: EXPORT, sha256 }), file, {
      ...{ size: bytes.length, sha256 },
    })
    return { size_bytes: bytes.length, sha256 }
  })
}

async function* entriesOf(now: Date) {
  for (const { slug, title, tags, former = [], revisions } of PAGES) {
    const { id: revision_id, text } = revisions.findLast((each) => !each.status) ?? {
      id: 0,
      text: '',
    }
    const page = { slug, title, tags, former_slugs: former, author: 'mod_ben' }
    const times = { created_at: now, updated_at: now }
    const file = fileOf({ ...page, ...times, revision_id, content_markdown: text })
    yield { name: `${slug}.md`, bytes: Buffer.from(file), changedAt: now }
  }
}

/** The row of the export. It has no task that removes it, so that its example works for long. */
export async function insertExport(
  ctx: SystemWriting,
  insert: Insert,
  kept: KeptExport,
): Promise<void> {
  const pages = PAGES.length
  await insert('know_exports', [
    {
      ...{ id: EXPORT, user_id: MODERATOR, total: pages, done: pages, ...kept },
      ...{ attempts: 1, created_at: ctx.now, finished_at: ctx.now },
    },
  ])
  count(ctx, exportList, 1)
}

/** An import that has ended: one of its files became a page, and one is no text. */
export async function insertImport(ctx: SystemWriting, insert: Insert): Promise<void> {
  const times = { created_at: ctx.now, read_at: ctx.now, finished_at: ctx.now }
  const none = { updated: 0, proposed: 0, unchanged: 0, skipped: 0 }
  await insert('know_imports', [
    {
      ...{ id: IMPORT, user_id: MODERATOR, file_name: 'handbook.zip', size_bytes: 8_400 },
      ...{ on_conflict: 'update', dry_run: false, proposes: false, attempts: 1 },
      ...{ ...none, total: 2, created: 1, failed: 1, ...times },
    },
  ])
  count(ctx, importList, 1)
  const result = { import_id: IMPORT, attempts: 0, broken_links: '{}' }
  const fault = { code: 'not_utf8', field: 'file', message: 'is no text in UTF-8' }
  await insert('know_import_results', [
    {
      ...{ ...result, n: 1, path: `handbook/${PAGE.slug}.md`, outcome: 'created' },
      ...{ slug: PAGE.slug, page_id: PAGE.id, code: null, field: null, message: null },
    },
    {
      ...{ ...result, n: 2, path: 'handbook/notes.md', outcome: 'failed' },
      ...{ slug: null, page_id: null, ...fault },
    },
  ])
  for (const outcome of ['created', 'failed'])
    count(ctx, importResultList, 1, { import_id: IMPORT, outcome })
}
