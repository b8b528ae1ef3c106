import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { count, type FileStorage, type SystemWriting } from '@mobieus/domain/kit'
import { exportKeyOf, exportList, fileOf, writeZip } from '@mobieus/domain/know'
import type { Insert } from './cast.ts'
import { PAGES } from './wiki-pages.ts'

const [EXPORT, MODERATOR] = [8601, 9] as const

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
  const folder = await mkdtemp(path.join(tmpdir(), 'mobieus-demo-'))
  try {
    const file = path.join(folder, 'pages.zip')
    await writeZip(file, entriesOf(now))
    const bytes = await readFile(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await storage.put(exportKeyOf(tenantId, { id: EXPORT, sha256 }), file, {
      ...{ size: bytes.length, sha256 },
    })
    return { size_bytes: bytes.length, sha256 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
