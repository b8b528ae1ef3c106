import { count, type SystemWriting } from '@mobieus/domain/kit'
import { courseList, sessionList } from '@mobieus/domain/learn'
import { COURSES, type DemoActivity, type DemoCourse } from './learner-texts.ts'

const [DAY_MS, HOUR_MS] = [24 * 60 * 60 * 1000, 60 * 60 * 1000]

/**
 * Courses that a member takes to their end on the learner pages. No example speaks of them, so that their ids are
 * whatever comes after those of the examples.
 */
export async function insertLearnerCourses(ctx: SystemWriting, authorId: number): Promise<void> {
  for (const course of COURSES) await insertCourse(ctx, authorId, course)
}

const timesOf = ({ now, tenantId }: SystemWriting) => ({
  ...{ tenant_id: tenantId, created_at: now, updated_at: now },
})

async function insertCourse(ctx: SystemWriting, authorId: number, demo: DemoCourse) {
  const { modules, ...about } = demo
  const lessons = modules.flatMap((each) => each.lessons)
  const row = {
    ...{ ...about, ...timesOf(ctx), author_id: authorId, status: 'published', language: 'en' },
    ...{ completion_rule: 'required_activities', published_at: ctx.now, published_version: 1 },
    ...{ module_count: modules.length, lesson_count: lessons.length },
    activity_count: lessons.reduce((n, { activities }) => n + activities.length, 0),
  }
  const { id } = await ctx.tx
    .insertInto('learn_courses')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  count(ctx, courseList, 1, { status: 'published', author_id: authorId, category_id: null })
  await insertParts(ctx, { course_id: id, ...timesOf(ctx) }, authorId, modules)
}

type Of = { readonly course_id: number } & ReturnType<typeof timesOf>

async function insertParts(
  ctx: SystemWriting,
  of: Of,
  authorId: number,
  modules: DemoCourse['modules'],
): Promise<void> {
  const ids = new Map<string, number>()
  for (const [m, { title, summary, lessons }] of modules.entries()) {
    const { id: module_id } = await ctx.tx
      .insertInto('learn_modules')
      .values({ ...of, title, summary, position: m + 1, lesson_count: lessons.length })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [l, { activities, ...lesson }] of lessons.entries()) {
      const { id: lesson_id } = await ctx.tx
        .insertInto('learn_lessons')
        .values({ ...of, ...lesson, module_id, position: l + 1, activity_count: activities.length })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const [a, activity] of activities.entries()) {
        const place = { ...of, lesson_id, position: a + 1 }
        ids.set(activity.title, await insertActivity(ctx, place, authorId, activity, ids))
      }
    }
  }
}

async function insertActivity(
  ctx: SystemWriting,
  place: Of & { readonly lesson_id: number; readonly position: number },
  authorId: number,
  { after, minScore, questions = [], meets, ...activity }: DemoActivity,
  ids: ReadonlyMap<string, number>,
): Promise<number> {
  const rule = minScore === undefined ? 'prerequisite' : 'score'
  const release = after === undefined ? {} : { release_rule_kind: rule }
  const { id } = await ctx.tx
    .insertInto('learn_activities')
    .values({
      ...{ ...place, ...activity, ...release },
      ...(after !== undefined && { release_activity_id: ids.get(after) }),
      ...(minScore !== undefined && { release_min_score_pct: minScore }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [i, { options = [], accepted = [], ...question }] of questions.entries())
    await ctx.tx
      .insertInto('learn_questions')
      .values({
        ...{ tenant_id: ctx.tenantId, activity_id: id, position: i + 1, points: 1 },
        ...{ ...question, created_at: ctx.now, accepted: JSON.stringify(accepted) },
        options: JSON.stringify(
          options.map((each) => ({ is_correct: false, match: null, ...each })),
        ),
      })
      .returning('id')
      .execute()
  if (meets) await insertMeeting(ctx, place.course_id, id, authorId, activity.title)
  return id
}

/** A session of next week, which completes its activity for those who attend it. */
async function insertMeeting(
  ctx: SystemWriting,
  course_id: number,
  activity_id: number,
  host_user_id: number,
  title: string,
): Promise<void> {
  const starts_at = new Date(ctx.now.getTime() + 7 * DAY_MS)
  await ctx.tx
    .insertInto('learn_live_sessions')
    .values({
      ...{ ...timesOf(ctx), course_id, activity_id, host_user_id, title, description: '' },
      ...{ starts_at, ends_at: new Date(starts_at.getTime() + HOUR_MS), timezone: 'Europe/Berlin' },
      ...{ local_time: 'exact', join_url: 'https://meet.example.com/j/workshop', capacity: 30 },
    })
    .returning('id')
    .execute()
  count(ctx, sessionList, 1, { course_id })
}
