import type { Platform } from '../support/http/platform.ts'
import { parts } from './parts.ts'
import type { CountedList } from './part.ts'

/** The log has counters as well: they give events their positions. */
const events: CountedList = {
  list: 'events',
  rows: 'select type from api_events where tenant_id = t.id',
  by: ['type'],
}

/** Counts one list anew: all of its rows, and those of each value of each filter. */
function countAnew({ list, rows, by }: CountedList): string {
  const filters = by.map((filter) => `('.${filter}=' || r.${filter})`)
  const names = [`('')`, ...filters].join(', ')
  return `
    select '${list}' || n.suffix as name, count(*) as value
    from (${rows}) r cross join lateral (values ${names}) n(suffix)
    where n.suffix is not null group by 1`
}

/** The counters that the tenant `$1` should have, from the rows themselves. */
const COUNTED = `
  select c.name, c.value from (select $1::bigint as id) t cross join lateral (
    ${[events, ...parts.flatMap(({ counted = [] }) => counted)].map(countAnew).join(' union all ')}
  ) c`

/** Sets every counter of the tenant `$1` to what the rows say. */
export const RECOUNT = `
  insert into counters (tenant_id, name, value)
  select $1::bigint, name, value from (${COUNTED}) counted order by name collate "C"
  on conflict (tenant_id, name) do update set value = excluded.value returning name`

/** A counter that does not say what there is; `undefined` where a list has no such counter, or the world no such list. */
export interface Drift {
  readonly name: string
  readonly counter: number
  readonly rows: number
}

/** The counters of a partition that do not say what there is. One statement, whatever the number of lists. */
export async function findDrift(platform: Platform, tenantId: number): Promise<Drift[]> {
  const { rows } = await platform.query(
    `select name, coalesce(s.value, 0)::int as counter, coalesce(c.value, 0)::int as rows
     from (${COUNTED}) c full join (select name, value from counters where tenant_id = $1) s using (name)
     where coalesce(s.value, 0) <> coalesce(c.value, 0) order by name`,
    [tenantId],
  )
  return rows as Drift[]
}
