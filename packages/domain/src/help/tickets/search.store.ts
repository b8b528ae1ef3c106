import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { Found, PageRequest } from '../../kit/page.ts'
import { readTotal } from '../../kit/list-pages.ts'
import { malformedCursor } from '../../kit/page.ts'
import { listTicketsFrom, type TicketRow } from './tickets.store.ts'

/** The filters of a search; one that is left out finds all. */
export interface Search {
  readonly q: string
  readonly language: string
  readonly statuses?: readonly string[] | undefined
  readonly priority?: string | undefined
  readonly queue_id?: number | undefined
  readonly assignee_id?: number | undefined
  readonly isAssigned?: boolean | undefined
  readonly requester_email?: string | undefined
  readonly tag?: string | undefined
  readonly updated_since?: string | undefined
  readonly sla_state?: string | undefined
  readonly rating?: string | undefined
  readonly isSnoozed?: boolean | undefined
}

/** A ticket with the text that fits best, its hits between two control characters, and its rank. */
export type HitRow = TicketRow & {
  readonly rank: number
  readonly message_id: number
  readonly excerpt: string
  readonly total: number
}

/** So many tickets are ranked: the newest, where more are found. */
const MOST = 1000
/** The characters around a hit; no text that is shown has them. */
export const [BEGIN, END] = ['\u0002', '\u0003'] as const

const SHOWN = `StartSel=${BEGIN}, StopSel=${END}, MaxWords=35, MinWords=15, ShortWord=0`
/** An excerpt is looked for in so many characters of a message. */
const READ = 20_000

/** A page of the tickets that a search finds: the best first, and the newest of those that are as good. */
export async function searchTickets(
  ctx: Partition,
  search: Search,
  { after, limit }: PageRequest,
): Promise<Found<HitRow>> {
  if (after && after.length !== 2) throw malformedCursor()
  const hits = hitsOf(ctx, search)
  const behind =
    after && sql` where (rank, ticket_id) < (${after[0]}::integer, ${after[1]}::bigint)`
  const { q, language } = search
  const page = sql`(
    with hits as materialized (${hits}),
      page as materialized (
        select * from hits${behind ?? sql``} order by rank desc, ticket_id desc limit ${limit + 1})
    select t.*, page.rank, page.message_id, (select count(*) from hits) as total,
      ts_headline(${language}::text::regconfig,
        translate(left(coalesce(m.body, t.subject), ${sql.lit(READ)}), ${BEGIN + END}, ''),
        help_query(${language}::text::regconfig, ${q}), ${SHOWN}) as excerpt
    from page
    join help_tickets t on t.tenant_id = ${ctx.tenantId} and t.id = page.ticket_id
    left join help_ticket_messages m on m.tenant_id = ${ctx.tenantId} and m.id = page.message_id
  )`.as('t')
  const rows = (await listTicketsFrom(ctx, page, sql`t.rank desc, t.id desc`)) as HitRow[]
  const total =
    rows[0]?.total ?? (after ? await readTotal(ctx, sql`(select count(*) from (${hits}) h)`) : 0)
  return { rows, total, keyOf: ({ rank, id }) => [rank, id] }
}

const hitsOf = ({ tenantId }: Partition, search: Search) => sql`
  select * from search_help_tickets(
    ${tenantId}, ${search.language}::text::regconfig, ${search.q}, ${sql.lit(MOST)},
    ${search.statuses ?? null}::text[], ${search.priority ?? null}::text,
    ${search.queue_id ?? null}::bigint, ${search.assignee_id ?? null}::bigint,
    ${search.isAssigned ?? null}::boolean,
    ${requestersOf(tenantId, search)}, ${tagOf(tenantId, search)},
    ${search.updated_since ?? null}::timestamptz, ${search.sla_state ?? null}::text,
    ${search.isSnoozed ?? null}::boolean, ${search.rating ?? null}::text)`

/** The requesters with an address: members, and others. */
const requestersOf = (tenantId: number, { requester_email: email }: Search) =>
  email === undefined
    ? sql`null::bigint[]`
    : sql`array(
        select r.id from help_requesters r
        where r.tenant_id = ${tenantId} and r.email_key = lower(${email})
        union all
        select r.id from users u
        join help_requesters r on r.tenant_id = ${tenantId} and r.user_id = u.id
        where u.tenant_id = ${tenantId} and u.email_key = lower(${email}))`

/** The tag with a slug, or the number of none. */
const tagOf = (tenantId: number, { tag }: Search) =>
  tag === undefined
    ? sql`null::bigint`
    : sql`coalesce((select g.id from help_tags g where g.tenant_id = ${tenantId}
        and g.slug = ${tag} and g.deleted_at is null), 0)`
