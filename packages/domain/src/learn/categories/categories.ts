import type { components } from '@mobieus/contract'
import { actingModerator } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import type { Authoring } from '../courses/changes.ts'
import { differing } from '../parts/differing.rules.ts'
import { requireRoom } from '../parts/parts.ts'
import * as store from './categories.store.ts'

const MOST_CATEGORIES = 500

export const listCourseCategories: Handler<'listCourseCategories'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listCategories(ctx, {}, page), presentCategory)
}

export const createCourseCategory: Handler<'createCourseCategory'> = async (ctx, { body }) => {
  const { actor_id, ...fields } = body
  const { user: by } = await actingModerator(ctx, actor_id)
  await store.lockCategories(ctx)
  const { total } = await store.countCategories(ctx, 0)
  requireRoom('categories', total, MOST_CATEGORIES)
  await requireParent(ctx, fields.parent_id)
  const row = await store.insertCategory(ctx, fields)
  count(ctx, store.categoryList, 1)
  tell(ctx, 'learn_category.created', row.id, by, { after: toldOf(row) })
  return { data: presentCategory(row) }
}

export const getCourseCategory: Handler<'getCourseCategory'> = async (ctx, { path }) => {
  const row = await store.findCategory(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentCategory(row) }
}

export const updateCourseCategory: Handler<'updateCourseCategory'> = async (
  ctx,
  { path, body },
) => {
  const { actor_id, ...fields } = body
  const { row, by } = await lockCategory(ctx, path.id, actor_id)
  const change = differing(row, fields)
  if (Object.keys(change).length === 0) return { data: presentCategory(row) }
  await requireParent(ctx, change.parent_id, row.id)
  const after = await store.updateCategory(ctx, row.id, change)
  const told = { before: toldOf(row), after: toldOf(after) }
  tell(ctx, 'learn_category.updated', row.id, by, told)
  return { data: presentCategory(after) }
}

export const deleteCourseCategory: Handler<'deleteCourseCategory'> = async (
  ctx,
  { path, body },
) => {
  const { row, by } = await lockCategory(ctx, path.id, body?.actor_id)
  const { within } = await store.countCategories(ctx, row.id)
  if (within > 0) throw conflict('The category has others within it.')
  if (await store.hasCourses(ctx, row.id)) throw conflict('The category has courses.')
  await store.deleteCategory(ctx, row.id)
  count(ctx, store.categoryList, -1)
  tell(ctx, 'learn_category.deleted', row.id, by, { before: toldOf(row) })
  return { data: { id: row.id, deleted: true } }
}

async function lockCategory(ctx: Authoring, id: number, actorId: number | undefined) {
  const { user: by } = await actingModerator(ctx, actorId)
  await store.lockCategories(ctx)
  const row = await store.lockCategory(ctx, id)
  if (!row) throw notFound()
  return { row, by }
}

/** `422` unless a category can be within another: nesting has one level. */
async function requireParent(
  ctx: Authoring,
  parentId: number | null | undefined,
  id = 0,
): Promise<void> {
  if (parentId === null || parentId === undefined) return
  const parent = await store.findCategory(ctx, parentId)
  if (!parent) throw noSuch('parent_id')
  if (parent.id === id) throw invalidField('parent_id', 'not_allowed', 'is the category itself')
  if (parent.parent_id !== null)
    throw invalidField('parent_id', 'not_allowed', 'is within another category')
  if (id !== 0 && (await store.countCategories(ctx, id)).within > 0)
    throw invalidField('parent_id', 'not_allowed', 'is not for one that has others within it')
}

function tell(
  ctx: Authoring,
  action: `learn_category.${string}`,
  id: number,
  actor: { readonly id: number },
  change: { readonly before?: object; readonly after?: object },
): void {
  audit(ctx, action, { kind: 'learn_category', id }, { ...change, actor })
}

const toldOf = ({ slug, name, parent_id }: store.CategoryRow) => ({ slug, name, parent_id })

const presentCategory = (row: store.CategoryRow): components['schemas']['LearnCategory'] => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  parent_id: row.parent_id,
})
