import type { components } from '@mobieus/contract'
import { actingMember } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { differing } from '../parts/differing.rules.ts'
import { findTemplate } from '../certificate-templates/certificate-templates.store.ts'
import { settingOf } from '../../kit/settings.ts'
import { holdCategory } from '../categories/categories.store.ts'
import { reviews } from '../settings.ts'
import { changeCourse, lockForAuthor, requireEditable, type Authoring } from './changes.ts'
import { languageOf, moved, requireScore, type Move } from './courses.rules.ts'
import { regauge } from '../progress/regauging.ts'
import * as store from './courses.store.ts'
import { presentCourse } from './presentation.ts'
import { searchCourses } from './searching.store.ts'

export const listCourses: Handler<'listCourses'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const { q, ...filter } = query
  const found =
    q === undefined
      ? await store.listCourses(ctx, filter, page)
      : await searchCourses(ctx, q, filter, page)
  return closePage(page, found, presentCourse)
}

export const createCourse: Handler<'createCourse'> = async (ctx, { body }) => {
  const { author_id, ...fields } = body
  const { user: author, shadowBanned: hidden } = await actingMember(ctx, 'author_id', author_id)
  const { completion_rule = 'required_activities', completion_min_score_pct = null } = fields
  requireScore(completion_rule, completion_min_score_pct)
  await requireReferences(ctx, fields)
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const language = languageOf(fields.language ?? 'en')
  const course = { ...fields, ...times, language, author_id: author.id, hidden }
  const row = await store.insertCourse(ctx, course)
  if (!hidden) count(ctx, store.courseList, 1, row)
  return { data: presentCourse({ ...row, username: author.username }) }
}

export const getCourse: Handler<'getCourse'> = async (ctx, { path }) => {
  const row = await store.findCourse(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentCourse(row) }
}

export const updateCourse: Handler<'updateCourse'> = async (ctx, { path, body }) => {
  const { actor_id, ...fields } = body
  const [row, by] = await lockForAuthor(ctx, path.id, actor_id)
  requireEditable(row)
  const change = changeOf(row, fields)
  const after = { ...row, ...change }
  requireScore(after.completion_rule, after.completion_min_score_pct)
  await requireReferences(ctx, change)
  if (Object.keys(change).length === 0) return { data: presentCourse(row) }
  if ('completion_rule' in change || 'completion_min_score_pct' in change) regauge(ctx, row.id)
  const changed = { ...change, updated_at: ctx.now }
  return { data: presentCourse(await changeCourse(ctx, row, changed, by)) }
}

/** The columns to which an edit gives another value. A rule that asks for no score takes it away. */
function changeOf(
  row: store.CourseRow,
  body: Omit<components['schemas']['LearnCourseUpdate'], 'actor_id'>,
): Partial<store.CourseRow> {
  const language = body.language === undefined ? row.language : languageOf(body.language)
  const { completion_rule: rule } = body
  const keepsScore = rule === undefined || rule === 'min_score'
  const asked = { ...(!keepsScore && { completion_min_score_pct: null }), ...body, language }
  return differing(row, asked)
}

interface References {
  readonly certificate_template_id?: number | null | undefined
  readonly category_id?: number | null | undefined
}

/** `422` unless what a course refers to is there. */
async function requireReferences(ctx: Authoring, fields: References): Promise<void> {
  const { certificate_template_id: template, category_id: category } = fields
  if (typeof template === 'number' && !(await findTemplate(ctx, template)))
    throw noSuch('certificate_template_id')
  if (typeof category === 'number' && !(await holdCategory(ctx, category)))
    throw noSuch('category_id')
}

export const publishCourse: Handler<'publishCourse'> = (ctx, { path, body }) =>
  move(ctx, path.id, body?.actor_id, 'publish')

export const unpublishCourse: Handler<'unpublishCourse'> = (ctx, { path, body }) =>
  move(ctx, path.id, body?.actor_id, 'unpublish')

export const archiveCourse: Handler<'archiveCourse'> = (ctx, { path, body }) =>
  move(ctx, path.id, body?.actor_id, 'archive')

export const submitCourse: Handler<'submitCourse'> = (ctx, { path, body }) =>
  move(ctx, path.id, body?.actor_id, 'submit')

export const returnCourse: Handler<'returnCourse'> = (ctx, { path, body }) =>
  move(ctx, path.id, body.actor_id, 'return', { return_reason: body.reason })

const DONE = {
  publish: 'published',
  unpublish: 'unpublished',
  archive: 'archived',
  submit: 'submitted',
  return: 'returned',
} as const satisfies Record<Move, string>

async function move(
  ctx: Authoring,
  id: number,
  actorId: number | undefined,
  how: Move,
  more: { readonly return_reason?: string } = {},
) {
  const [row, by] = await lockForAuthor(ctx, id, actorId)
  if (how === 'publish') requireReviewed(ctx, row, by)
  const change = { ...moved(row, how, ctx.now), ...more }
  return { data: presentCourse(await changeCourse(ctx, row, change, by, DONE[how])) }
}

/** Where a review is required, only what was submitted is published, and not by its author. */
function requireReviewed(ctx: Authoring, row: store.CourseRow, by: { readonly id: number }): void {
  if (settingOf(ctx.tenant.settings, reviews) !== 'required') return
  if (row.status === 'draft') throw conflict('The course is a draft: submit it for review first.')
  if (row.status === 'in_review' && by.id === row.author_id)
    throw invalidField('actor_id', 'not_allowed', 'is the author, whose course others review')
}
