import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import * as store from './scorm-packages.store.ts'

type Package = components['schemas']['LearnScormPackage']

export const listScormPackages: Handler<'listScormPackages'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listPackages(ctx, query, page), presentPackage)
}

export const getScormPackage: Handler<'getScormPackage'> = async (ctx, { path }) => {
  const row = await store.findPackage(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentPackage(row) }
}

const presentPackage = (row: store.PackageRow): Package => ({
  id: row.id,
  title: row.title,
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
