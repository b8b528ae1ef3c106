import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { MOST_SEARCHED } from '../courses/searching.store.ts'
import { foldedOf, patternOf } from '../courses/words.rules.ts'

interface Asked {
  /** The first so many that fit. */
  readonly limit: number
  /** Words, each of which title, subtitle or summary has. */
  readonly words: readonly string[]
  /** The id of the course after which the list goes on. */
  readonly after?: number | undefined
  /** The member who reads it. */
  readonly userId?: number | undefined
}

/** A course as the catalogue shows it. */
export interface ListedCourse {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly subtitle: string | null
  readonly summary: string | null
  readonly language: string
  readonly estimated_minutes: number | null
  readonly lesson_count: number
  /** The status of the reader's enrollment. */
  readonly enrollment: 'active' | 'completed' | null
}

/** The published courses of a tenant, the newest first: one query. */
export async function listShownCourses(
  { tx, tenantId }: Partition,
  { limit, words, after, userId }: Asked,
): Promise<ListedCourse[]> {
  const patterns = words.map((word) => patternOf(foldedOf(word)))
  const { rows } = await sql<ListedCourse>`
    select c.id, c.slug, c.title, c.subtitle, c.summary, c.language, c.estimated_minutes, c.lesson_count,
      (select e.status from learn_enrollments e
        where e.tenant_id = ${tenantId} and e.user_id = ${userId ?? null}::bigint and e.course_id = c.id
          and e.status in ('active', 'completed')
        order by e.status, e.id desc limit 1) as enrollment
    from (
      select * from learn_courses
      where tenant_id = ${tenantId} and status = 'published' and not hidden
        ${after === undefined ? sql`` : sql`and id < ${after}`}
      order by id desc limit ${words.length > 0 ? MOST_SEARCHED : limit}) c
    where c.search_key like all(${patterns}::text[])
    order by c.id desc limit ${limit}`.execute(tx)
  return rows
}

/** A member's enrollment with its course and its certificate. */
export interface OwnCourse {
  readonly id: number
  readonly status: 'active' | 'completed' | 'cancelled' | 'expired'
  readonly progress_pct: number
  readonly score_pct: number | null
  readonly enrolled_at: Date
  readonly expires_at: Date | null
  readonly completed_at: Date | null
  readonly slug: string
  readonly title: string
  /** Whether the course's page is there. */
  readonly is_shown: boolean
  readonly serial: string | null
  readonly certificate_id: number | null
}

/** The enrollments of a member, the newest first, from before one of them on: one query. */
export async function listOwnCourses(
  { tx, tenantId }: Partition,
  { userId, limit, before }: { userId: number; limit: number; before?: number | undefined },
): Promise<OwnCourse[]> {
  const { rows } = await sql<OwnCourse>`
    select e.id, e.status, e.progress_pct, e.score_pct, e.enrolled_at, e.expires_at, e.completed_at,
      c.slug, c.title, c.status = 'published' and not c.hidden as is_shown,
      f.serial, f.id as certificate_id
    from learn_enrollments e
    join learn_courses c on c.tenant_id = ${tenantId} and c.id = e.course_id
    left join learn_certificates f on f.tenant_id = ${tenantId} and f.enrollment_id = e.id and f.status = 'issued'
    where e.tenant_id = ${tenantId} and e.user_id = ${userId}
      ${before === undefined ? sql`` : sql`and e.id < ${before}`}
    order by e.id desc limit ${limit}`.execute(tx)
  return rows
}
