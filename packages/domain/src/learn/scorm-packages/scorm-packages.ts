import type { components } from '@mobieus/contract'
import { actingMember, requireOwnerOrModerator } from '../../core/acting-user.ts'
import { safeName } from '../../core/files.rules.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { invalidField, noSuch, notFound, problem } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import { findCourse } from '../courses/courses.store.ts'
import type { PackageItem } from '../scorm/manifest/package-manifest.ts'
import { importing } from './importing.ts'
import { purgePackage } from './package-purge.ts'
import * as store from './scorm-packages.store.ts'

type Package = components['schemas']['LearnScormPackage']
type Item = components['schemas']['LearnScormItem']

export const listScormPackages: Handler<'listScormPackages'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listPackages(ctx, query, page), presentPackage)
}

export const createScormPackage: Handler<'createScormPackage'> = async (ctx, { body }) => {
  const { file, title = '', course_id = null, uploader_id } = body
  const { user } = await actingMember(ctx, 'uploader_id', uploader_id)
  if (file.size === 0) throw invalidField('file', 'empty', 'has no bytes')
  if (course_id !== null && !(await findCourse(ctx, course_id))) throw noSuch('course_id')
  const row = await store.insertPackage(ctx, {
    ...{ title: title.trim(), status: 'processing', course_id, uploader_id: user.id },
    ...{ file_name: safeName(file.name), size_bytes: file.size, upload_key: file.path },
    ...{ created_at: ctx.now, updated_at: ctx.now },
  })
  count(ctx, store.packageList, 1, row)
  addTask(ctx, importing, row.id)
  const told = { after: { file_name: row.file_name, course_id }, actor: user }
  audit(ctx, 'learn_scorm_package.created', { kind: 'learn_scorm_package', id: row.id }, told)
  return { data: presentPackage(row) }
}

export const getScormPackage: Handler<'getScormPackage'> = async (ctx, { path }) => {
  const row = await store.findPackage(ctx, path.id)
  if (!row) throw notFound()
  const ready = await store.findReady(ctx, path.id)
  const items = ready ? [...presentItems(ready.manifest.items)].slice(0, MOST_ITEMS) : []
  return { data: { ...presentPackage(row), items } }
}

const MOST_ITEMS = 1000

export const deleteScormPackage: Handler<'deleteScormPackage'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockPackage(ctx, path.id)
  if (!row) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.uploader_id)
  const activity_id = (await store.findPlaying(ctx, row.id))?.id
  if (activity_id !== undefined)
    throw problem('conflict', 'An activity plays the package.', { facts: { activity_id } })
  await store.detachDeleted(ctx, row.id)
  await store.setPackageDeleted(ctx, row.id, ctx.now)
  count(ctx, store.packageList, -1, row)
  addTask(ctx, purgePackage, row.id)
  const told = { before: { title: row.title, file_name: row.file_name }, actor: actor.user }
  audit(ctx, 'learn_scorm_package.deleted', { kind: 'learn_scorm_package', id: row.id }, told)
  return { data: { id: row.id, deleted: true } }
}

const presentPackage = (row: store.PackageRow): Package => ({
  id: row.id,
  title: row.title === '' ? row.file_name : row.title,
  standard: row.standard as Package['standard'],
  status: row.status as Package['status'],
  failure: row.failure,
  course_id: row.course_id,
  file_name: row.file_name,
  size_bytes: row.size_bytes,
  file_count: row.file_count,
  launch_path: row.launch_path,
  warnings: row.warnings as string[],
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})

function* presentItems(items: readonly PackageItem[], depth = 0): Generator<Item> {
  for (const item of items) {
    yield {
      ...{ identifier: item.identifier, title: item.title, kind: item.kind, depth },
      ...{ launch_path: item.launch, is_external: item.is_external },
      mastery_score: item.mastery_score,
    }
    yield* presentItems(item.items, depth + 1)
  }
}
