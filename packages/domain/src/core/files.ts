import type { components, UploadedFile } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import { addTask, dropTask } from '../platform/tasks.ts'
import type { AnyContext, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { download } from '../kit/download.ts'
import { closePage, openPage } from '../kit/page.ts'
import { timestamp } from '../kit/present.ts'
import { conflict, invalidField, noSuch, notFound } from '../kit/problem.ts'
import { together } from '../kit/together.ts'
import { actingMember, requireOwnerOrModerator, type Acting } from './acting-user.ts'
import { purgeFile } from './file-purge.ts'
import { scanFile } from './file-scan.ts'
import { typeOf } from './file-type.rules.ts'
import { isProgram, safeName } from './files.rules.ts'
import * as store from './files.store.ts'
import { goneFrom } from './grace.rules.ts'
import { noteRestored, requireRestorable } from './restoring.ts'
import { requireOpen } from './places.ts'

export const listFiles: Handler<'listFiles'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listFiles(ctx, query, page), presentFile)
}

export const createFile: Handler<'createFile'> = async (ctx, { body }) => {
  const { file, title, description = '' } = body
  const [{ user: uploader, shadowBanned }, area, { name, mime }] = await together([
    actingMember(ctx, 'uploader_id', body.uploader_id),
    areaOf(ctx, body.area_slug),
    lookAt(file),
  ])
  if (!area.programs_allowed && isProgram(mime, name))
    throw invalidField('file', 'program', 'is a program, and the area takes none')
  const row = await store.insertFile(ctx, {
    area_id: area.id,
    uploader_id: uploader.id,
    title,
    description,
    original_name: name,
    mime_type: mime,
    size_bytes: file.size,
    sha256: file.sha256,
    storage_key: file.path,
    created_at: ctx.now,
    hidden: shadowBanned,
  })
  addTask(ctx, scanFile, row.id)
  const place = { area_slug: area.slug, area_name: area.name, username: uploader.username }
  const { download_count: _, id, ...rest } = presentFile({ ...row, ...place })
  return { data: { id, status: 'quarantined', ...rest } }
}

async function areaOf(ctx: AnyContext, slug: string) {
  const area = await store.findArea(ctx, slug)
  if (!area) throw noSuch('area_slug')
  requireOpen('area_slug', area)
  return area
}

/** The type of a file by its bytes, whatever it came as. */
async function lookAt(file: UploadedFile) {
  if (file.size === 0) throw invalidField('file', 'empty', 'has no bytes')
  const name = safeName(file.name)
  const mime = await typeOf(file.head)
  return { name, mime }
}

export const getFile: Handler<'getFile'> = async (ctx, { path }) => {
  const row = await store.findApprovedFile(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentFile(row) }
}

export const deleteFile: Handler<'deleteFile'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const by = actor.user
  const row = await store.lockFile(ctx, path.id)
  if (!row || (row.status !== 'approved' && row.status !== 'deleted')) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.uploader_id)
  if (row.status === 'deleted') return { data: { id: row.id, deleted: true } }
  const reason = body?.reason ?? null
  await removeFile(ctx, row, by, reason)
  const target = { kind: 'file', id: row.id }
  if (by.id !== row.uploader_id)
    audit(ctx, 'file.deleted', target, { after: { reason }, actor: by })
  return { data: { id: row.id, deleted: true } }
}

export const restoreFile: Handler<'restoreFile'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockFile(ctx, path.id)
  if (!row || (row.status !== 'approved' && row.status !== 'deleted')) throw notFound()
  if (row.status === 'approved') throw conflict('The file is not deleted.')
  const { id, uploader_id: ownerId, deleted_at: removedAt, deleted_by: removedBy } = row
  const removed = { kind: 'file', id, ownerId, removedAt, removedBy } as const
  await requireRestorable(ctx, actor, removed)
  if (row.purged_at) throw conflict('The bytes of the file are gone.')
  const restored = { deleted_at: null, deleted_by: null, delete_reason: null }
  await store.updateFile(ctx, id, { ...restored, status: 'approved' })
  dropTask(ctx, purgeFile, id)
  await noteRestored(ctx, actor, removed, body?.reason)
  if (!row.hidden) count(ctx, store.fileList, 1, row)
  return { data: presentFile(row) }
}

/** Deletes a file that is locked and approved; its bytes follow after 30 days, in which it can be restored. */
export async function removeFile(
  ctx: AnyContext,
  row: store.FileRow,
  by: Acting['user'],
  reason: string | null,
): Promise<void> {
  const deletion = { deleted_at: ctx.now, deleted_by: by.id, delete_reason: reason }
  await store.updateFile(ctx, row.id, { ...deletion, status: 'deleted' })
  addTask(ctx, purgeFile, row.id, goneFrom(ctx.now))
  if (!row.hidden) count(ctx, store.fileList, -1, row)
}

export const downloadFile: Handler<'downloadFile'> = async (ctx, { path }) => {
  const row = await store.findApprovedFile(ctx, path.id)
  if (!row) throw notFound()
  return download({
    fileId: row.id,
    storageKey: row.storage_key,
    name: row.original_name,
    size: row.size_bytes,
    version: row.sha256,
  })
}

/** A file as the API shows it. */
export const presentFile = (row: store.FileRow): components['schemas']['SharedFile'] => ({
  id: row.id,
  title: row.title,
  description: row.description,
  original_name: row.original_name,
  mime_type: row.mime_type,
  size_bytes: row.size_bytes,
  download_count: row.download_count,
  area: { slug: row.area_slug, name: row.area_name },
  uploader: { id: row.uploader_id, username: row.username },
  created_at: timestamp(row.created_at),
})
