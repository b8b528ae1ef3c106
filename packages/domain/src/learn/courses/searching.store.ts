import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { matching, readTotal, type Filtered } from '../../kit/list-pages.ts'
import { malformedCursor, type Found, type PageRequest } from '../../kit/page.ts'
import { courseList, listFound, type CourseRow, type FoundRow } from './courses.store.ts'
import { foldedOf, patternOf } from './words.rules.ts'

/** A search looks through so many courses, the newest first: it takes 10 ms at most. */
export const MOST_SEARCHED = 5000

/** A page of the courses that have each word of a text, the best first: by their title, and then the newest. */
export async function searchCourses(
  ctx: Partition,
  text: string,
  filter: Filtered<string>,
  { after, limit }: PageRequest,
): Promise<Found<CourseRow>> {
  if (after && after.length !== 2) throw malformedCursor()
  const { tenantId } = ctx
  const words = foldedOf(text).trim().split(/\s+/)
  const asked = words.join(' ')
  const found = sql`
    select s.id, case when s.title_key = ${asked} then 3 when starts_with(s.title_key, ${asked}) then 2
      when strpos(s.title_key, ${asked}) > 0 then 1 else 0 end as rank
    from (select id, title_key, search_key from learn_courses
      where ${matching(courseList, tenantId, filter)} order by id desc limit ${sql.lit(MOST_SEARCHED)}) s
    where s.search_key like all(${words.map(patternOf)}::text[])`
  const behind = after && sql`where (rank, id) < (${after[0]}::integer, ${after[1]}::bigint)`
  const part = sql`(
    with found as materialized (${found}),
      page as (select * from found ${behind ?? sql``} order by rank desc, id desc limit ${limit + 1})
    select k.*, page.rank, (select count(*) from found) as total
    from page join learn_courses k on k.tenant_id = ${tenantId} and k.id = page.id)`.as('c')
  const rows = await listFound(ctx, part)
  const total = rows[0]?.total ?? (await readTotal(ctx, sql`(select count(*) from (${found}) f)`))
  return { rows, total, keyOf: (row) => [(row as FoundRow).rank, row.id] }
}
