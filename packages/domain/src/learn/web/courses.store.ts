import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** A module as the outline shows it. */
export interface ShownModule {
  readonly id: number
  readonly title: string
  readonly summary: string | null
}

/** A lesson as the outline shows it. */
export interface ShownLesson {
  readonly id: number
  readonly module_id: number
  readonly title: string
  readonly estimated_minutes: number | null
}

/** An activity as the outline shows it, with the reader's progress in it. */
export interface ShownActivity {
  readonly id: number
  readonly lesson_id: number
  readonly kind: string
  readonly title: string
  readonly is_required: boolean
  readonly release_rule_kind: string
  readonly release_after_at: string | null
  readonly release_activity_id: number | null
  readonly release_min_score_pct: number | null
  readonly state: string | null
  readonly score_pct: number | null
  readonly completed_at: string | null
}

/** A course as its page shows it, with its outline. */
export interface ShownCourse {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly subtitle: string | null
  readonly summary: string | null
  readonly language: string
  readonly estimated_minutes: number | null
  readonly completion_rule: string
  readonly completion_min_score_pct: number | null
  readonly credit_hours: number | null
  readonly credit_kind: string | null
  readonly updated_at: Date
  readonly author: string
  /** Each in its order; a part of one that is deleted may be among them. */
  readonly modules: readonly ShownModule[]
  readonly lessons: readonly ShownLesson[]
  readonly activities: readonly ShownActivity[]
  /** The reader's enrollment: the active one, otherwise the newest that is completed. */
  readonly enrollment: ShownEnrollment | null
  /** The step that was asked for; null where the course has none such. */
  readonly step: ShownStep | null
}

/** A lesson's text, and an activity of it where one was asked for. */
export interface ShownStep {
  readonly lesson_text: string
  readonly activity_id: number | null
  readonly content_markdown: string | null
  readonly url: string | null
}

/** The reader's enrollment in a course. */
export interface ShownEnrollment {
  readonly id: number
  readonly status: 'active' | 'completed'
  readonly progress_pct: number
  readonly score_pct: number | null
  readonly expires_at: string | null
  readonly serial: string | null
  readonly certificate_id: number | null
}

interface Place {
  readonly slug: string
  /** The member who reads it. */
  readonly userId?: number | undefined
  readonly now: Date
  /** The activity whose texts are asked for as well, or the lesson. */
  readonly activityId?: number | undefined
  readonly lessonId?: number | undefined
}

/** A published course by its slug, with its outline and how far the reader has come: one query. */
export async function findShownCourse(
  { tx, tenantId }: Partition,
  { slug, userId, now, activityId = 0, lessonId = 0 }: Place,
): Promise<ShownCourse | undefined> {
  const part = (table: string, columns: RawBuilder<unknown>) => sql`
    (select coalesce(json_agg(p order by p.position, p.id), '[]') from (
      select x.id, x.position, ${columns} from ${sql.table(table)} x
      where x.tenant_id = ${tenantId} and x.course_id = c.id and x.deleted_at is null) p)`
  const { rows } = await sql<ShownCourse>`
    with e as (
      select e.id, e.status, e.progress_pct, e.score_pct, e.expires_at,
        f.serial, f.id as certificate_id
      from learn_enrollments e join learn_courses c on c.tenant_id = ${tenantId} and c.slug = ${slug}
      left join learn_certificates f on f.tenant_id = ${tenantId} and f.enrollment_id = e.id and f.status = 'issued'
      where e.tenant_id = ${tenantId} and e.user_id = ${userId ?? null}::bigint and e.course_id = c.id
        and (e.status = 'completed' or e.status = 'active' and coalesce(e.expires_at > ${now}, true))
      order by e.status, e.id desc limit 1)
    select c.id, c.slug, c.title, c.subtitle, c.summary, c.language, c.estimated_minutes,
      c.completion_rule, c.completion_min_score_pct, c.credit_hours, c.credit_kind, c.updated_at,
      a.username as author,
      ${part('learn_modules', sql`x.title, x.summary`)} as modules,
      ${part('learn_lessons', sql`x.title, x.module_id, x.estimated_minutes`)} as lessons,
      (select coalesce(json_agg(p order by p.position, p.id), '[]') from (
        select x.id, x.position, x.lesson_id, x.kind, x.title, x.is_required, x.release_rule_kind,
          x.release_after_at, x.release_activity_id, x.release_min_score_pct,
          g.state, g.score_pct, g.completed_at
        from learn_activities x
        left join learn_progress g on g.tenant_id = ${tenantId} and g.activity_id = x.id
          and g.enrollment_id = (select id from e)
        where x.tenant_id = ${tenantId} and x.course_id = c.id and x.deleted_at is null) p) as activities,
      (select row_to_json(e) from e) as enrollment,
      (select row_to_json(s) from (
        select l.content_markdown as lesson_text, x.id as activity_id, x.content_markdown, x.url
        from learn_lessons l
        left join learn_activities x on x.tenant_id = ${tenantId} and x.id = ${activityId}
          and x.lesson_id = l.id and x.deleted_at is null
        where l.tenant_id = ${tenantId} and l.course_id = c.id and l.deleted_at is null
          and l.id = case when ${lessonId}::bigint > 0 then ${lessonId} else (
            select a.lesson_id from learn_activities a
            where a.tenant_id = ${tenantId} and a.id = ${activityId}) end) s) as step
    from learn_courses c
    join users a on a.tenant_id = ${tenantId} and a.id = c.author_id
    where c.tenant_id = ${tenantId} and c.slug = ${slug} and c.status = 'published' and not c.hidden`.execute(
    tx,
  )
  return rows[0]
}
