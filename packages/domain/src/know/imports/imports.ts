import type { components } from '@mobieus/contract'
import { safeName } from '../../core/files.rules.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, invalidField, notFound } from '../../kit/problem.ts'
import { settingOf } from '../../kit/settings.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import { auditRemoval, mayRemove } from '../files/removals.ts'
import { underWay } from '../files/under-way.ts'
import { editorOf } from '../pages/changes.ts'
import { authorOf } from '../pages/pages.rules.ts'
import { approvals } from '../settings.ts'
import { importing } from './importing.ts'
import * as store from './imports.store.ts'
import { listResults, type ResultRow } from './results.store.ts'

type Import = components['schemas']['KnowImport']
type Result = components['schemas']['KnowImportResult']

export const listKnowImports: Handler<'listKnowImports'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listImports(ctx, query, page), presentImport)
}

export const createKnowImport: Handler<'createKnowImport'> = async (ctx, { body }) => {
  const { file, on_conflict = 'update', dry_run = false, propose = false } = body
  const { user } = await editorOf(ctx, 'author_id', body.author_id)
  if (file.size === 0) throw invalidField('file', 'empty', 'has no bytes')
  const proposes = propose || settingOf(ctx.tenant.settings, approvals) > 1
  const id = await store.insertImport(ctx, {
    ...{ user_id: user.id, file_name: safeName(file.name), size_bytes: file.size },
    ...{ upload_key: file.path, on_conflict, dry_run, proposes, created_at: ctx.now },
  })
  if (id === undefined) throw underWay('import', (await store.findRunning(ctx))?.id)
  count(ctx, store.importList, 1)
  addTask(ctx, importing, id)
  const told = { after: { file_name: file.name, on_conflict, dry_run, proposes }, actor: user }
  audit(ctx, 'know_import.created', { kind: 'know_import', id }, told)
  return { data: presentImport((await store.findImport(ctx, id)) as store.ImportRow) }
}

export const getKnowImport: Handler<'getKnowImport'> = async (ctx, { path }) => {
  const row = await store.findImport(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentImport(row) }
}

export const deleteKnowImport: Handler<'deleteKnowImport'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockImport(ctx, path.id)
  if (!row) throw notFound()
  if (row.read_at && !row.finished_at) throw conflict('The import changes pages just now.')
  const { id } = row
  if (mayRemove(by, row)) {
    await store.hideImport(ctx, id, ctx.now)
    count(ctx, store.importList, -1)
    addTask(ctx, importing, id)
    auditRemoval(ctx, 'know_import', row, by)
  }
  return { data: { id, deleted: true } }
}

export const listKnowImportResults: Handler<'listKnowImportResults'> = async (
  ctx,
  { path, query },
) => {
  const page = openPage(ctx, { ...query, ...path })
  if (!(await store.findImport(ctx, path.id))) throw notFound()
  const { outcome } = query
  const filter = { import_id: path.id, ...(outcome && { outcome }) }
  return closePage(page, await listResults(ctx, filter, page), presentResult)
}

function statusOf(row: store.ImportRow): Import['status'] {
  if (row.finished_at) return row.error_code === null ? 'finished' : 'failed'
  return row.attempts === 0 ? 'queued' : 'running'
}

const MESSAGES: Readonly<Record<string, string>> = {
  no_zip: 'The file is no zip, or is damaged.',
  rejected: 'The scan has rejected the file.',
  too_many_files: 'The zip has more than 100,000 files.',
}

const presentImport = (row: store.ImportRow): Import => ({
  id: row.id,
  status: statusOf(row),
  file_name: row.file_name,
  on_conflict: row.on_conflict as Import['on_conflict'],
  dry_run: row.dry_run,
  proposes: row.proposes,
  total: row.total,
  created: row.created,
  updated: row.updated,
  proposed: row.proposed,
  unchanged: row.unchanged,
  skipped: row.skipped,
  failed: row.failed,
  error:
    row.error_code === null
      ? null
      : {
          code: row.error_code,
          message: MESSAGES[row.error_code] ?? 'The import could not be made.',
        },
  by: authorOf(row.user_id, row.username),
  created_at: timestamp(row.created_at),
  finished_at: nullableTimestamp(row.finished_at),
})

const presentResult = (row: ResultRow): Result => ({
  path: row.path,
  outcome: row.outcome as Result['outcome'],
  slug: row.slug,
  page_id: row.page_id,
  error:
    row.code === null ? null : { code: row.code, field: row.field, message: row.message ?? '' },
  broken_links: row.broken_links,
})
