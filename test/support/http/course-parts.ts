import type { Academy } from './academy.ts'
import type { Platform } from './platform.ts'

/** Puts activities into a lesson of a course, each a page unless it says otherwise; answers their ids. */
export async function addActivities(
  platform: Platform,
  { tenant }: Academy,
  course_id: number,
  ...fields: readonly object[]
): Promise<number[]> {
  const insert = async (table: string, row: object): Promise<number> => {
    const whole = { tenant_id: tenant.live.tenantId, course_id, ...row }
    const names = Object.keys(whole)
    const { rows } = await platform.query(
      `insert into ${table} (${names.join()}, created_at, updated_at)
       values (${names.map((_, i) => `$${i + 1}`).join()}, now(), now()) returning id::int`,
      Object.values(whole),
    )
    return rows[0].id
  }
  const module_id = await insert('learn_modules', { title: 'Module', position: 1 })
  const lesson_id = await insert('learn_lessons', { module_id, title: 'Lesson', position: 1 })
  const ids: number[] = []
  for (const each of fields) {
    const page = { lesson_id, kind: 'page', title: 'Page', position: ids.length + 1 }
    ids.push(await insert('learn_activities', { ...page, ...each }))
  }
  return ids
}
