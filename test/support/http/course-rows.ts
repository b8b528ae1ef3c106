import type { Platform, TestTenant } from './platform.ts'

/** An activity as tests write it: a page that is required, unless it says otherwise. */
export interface TestActivity {
  readonly title: string
  readonly kind?: string
  readonly is_required?: boolean
  readonly content_markdown?: string
  readonly url?: string
}

/** A course as tests write it: one module, in which each lesson has a title, a text and activities. */
export interface TestCourse {
  readonly slug: string
  readonly title?: string
  readonly status?: string
  readonly hidden?: boolean
  readonly lessons?: readonly {
    readonly title: string
    readonly text?: string
    readonly activities?: readonly TestActivity[]
  }[]
}

/** Writes a course into the tables of a tenant; answers the ids of the course and of its activities in their order. */
export async function writeCourse(
  platform: Platform,
  course: TestCourse,
  tenant: TestTenant = platform.tenant,
): Promise<{ id: number; activities: number[] }> {
  const { slug, title = slug, status = 'published', hidden = false, lessons = [] } = course
  const { tenantId } = tenant.live
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<number> => {
    const now = platform.clock.now()
    const all = { tenant_id: tenantId, created_at: now, updated_at: now, ...row }
    const values = Object.values(all)
    const { rows } = await platform.query(
      `insert into ${table} (${Object.keys(all).join()}) values (${values.map((_, i) => `$${i + 1}`).join()})
        returning id`,
      values,
    )
    return Number(rows[0].id)
  }
  const { rows } = await platform.query(
    'select id from users where tenant_id = $1 order by role desc, id limit 1',
    [tenantId],
  )
  const about = { slug, title, status, hidden, language: 'en', author_id: Number(rows[0].id) }
  const course_id = await insert('learn_courses', about)
  const module_id = await insert('learn_modules', { course_id, title: 'Module', position: 1 })
  const activities: number[] = []
  for (const [i, { title, text = '', activities: its = [] }] of lessons.entries()) {
    const of = { course_id, module_id, title, content_markdown: text, position: i + 1 }
    const lesson_id = await insert('learn_lessons', of)
    for (const [position, each] of its.entries()) {
      const row = { kind: 'page', ...each, course_id, lesson_id, position: position + 1 }
      activities.push(await insert('learn_activities', row))
    }
  }
  return { id: course_id, activities }
}
