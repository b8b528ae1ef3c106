import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { download } from '../../kit/download.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import { auditRemoval, mayRemove } from '../files/removals.ts'
import { underWay } from '../files/under-way.ts'
import { editorOf } from '../pages/changes.ts'
import { authorOf } from '../pages/pages.rules.ts'
import { exporting } from './exporting.ts'
import { purgeExport } from './export-purge.ts'
import { expiryOf, exportKeyOf, removalOf } from './exports.rules.ts'
import * as store from './exports.store.ts'

type Export = components['schemas']['KnowExport']

export const listKnowExports: Handler<'listKnowExports'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listExports(ctx, query, page), presentExport)
}

export const createKnowExport: Handler<'createKnowExport'> = async (ctx, { body }) => {
  const { user } = await editorOf(ctx, 'actor_id', body?.actor_id)
  const id = await store.insertExport(ctx, user.id, ctx.now)
  if (id === undefined) throw underWay('export', (await store.findRunning(ctx))?.id)
  count(ctx, store.exportList, 1)
  addTask(ctx, exporting, id)
  audit(ctx, 'know_export.created', { kind: 'know_export', id }, { actor: user })
  return { data: presentExport((await store.findExport(ctx, id)) as store.ExportRow) }
}

export const getKnowExport: Handler<'getKnowExport'> = async (ctx, { path }) => {
  const row = await store.findExport(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentExport(row) }
}

export const deleteKnowExport: Handler<'deleteKnowExport'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockExport(ctx, path.id)
  if (!row) throw notFound()
  const { id } = row
  if (mayRemove(by, row)) {
    await store.hideExport(ctx, id, ctx.now)
    count(ctx, store.exportList, -1)
    addTask(ctx, purgeExport, id, removalOf(row, ctx.now))
    auditRemoval(ctx, 'know_export', row, by)
  }
  return { data: { id, deleted: true } }
}

export const downloadKnowExport: Handler<'downloadKnowExport'> = async (ctx, { path }) => {
  const row = await store.findExport(ctx, path.id)
  if (!row || statusOf(row) !== 'finished') throw notFound()
  const { id, size_bytes, sha256 } = row as { id: number; size_bytes: number; sha256: string }
  return download({
    ...{ fileId: undefined, storageKey: exportKeyOf(ctx.tenantId, { id, sha256 }) },
    ...{ name: `${ctx.tenant.slug}-know-${id}.zip`, size: size_bytes, version: sha256 },
    mediaType: 'application/zip',
  })
}

function statusOf({ finished_at, error_code, attempts }: store.ExportRow): Export['status'] {
  if (finished_at === null) return attempts === 0 ? 'queued' : 'running'
  return error_code === null ? 'finished' : 'failed'
}

const presentExport = (row: store.ExportRow): Export => {
  const { id, total, done, error_code: code, finished_at } = row
  const status = statusOf(row)
  const isThere = status === 'finished'
  return {
    ...{ id, status, total, done },
    size_bytes: isThere ? row.size_bytes : null,
    url: isThere ? `/api/v1/know/exports/${id}/content` : null,
    error: code === null ? null : { code, message: messageOf(code) },
    by: authorOf(row.user_id, row.username),
    created_at: timestamp(row.created_at),
    finished_at: nullableTimestamp(finished_at),
    expires_at: nullableTimestamp(finished_at && expiryOf(finished_at)),
  }
}

const messageOf = (code: string): string =>
  code === 'too_large'
    ? 'The pages are more than an export holds.'
    : 'The export could not be made.'
