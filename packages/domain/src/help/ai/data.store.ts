import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** A message as a model is told of it; a long one is cut. */
export interface ToldMessage {
  readonly id: number
  readonly kind: string
  readonly by: 'agent' | 'member' | 'requester' | 'system'
  readonly author: string | null
  readonly text: string | null
  readonly change: unknown
  readonly at: Date
}

/** The most messages of a ticket that a model is told of: the first one, and the newest. */
const MOST_MESSAGES = 40
/** The most characters of each. */
const MOST_TEXT = 4_000

/** The first message of a ticket and its newest ones, in their order. */
export async function listToldMessages(
  { tx, tenantId }: Partition,
  ticketId: number,
): Promise<ToldMessage[]> {
  const some = (order: string, limit: number) => sql`
    (select * from help_ticket_messages
     where tenant_id = ${tenantId} and ticket_id = ${ticketId}
     order by id ${sql.raw(order)} limit ${limit})`
  const { rows } = await sql<ToldMessage>`
    select m.id, m.kind, left(m.body, ${MOST_TEXT}) as text, m.change, m.created_at as at,
      coalesce(u.display_name, ru.display_name, r.name) as author,
      case when m.agent_id is not null then 'agent' when m.user_id is not null then 'member'
        when m.requester_id is not null then 'requester' else 'system' end as by
    from (
      select distinct on (id) * from (
        ${some('asc', 1)} union all ${some('desc', MOST_MESSAGES - 1)}) told order by id) m
    left join users u on u.tenant_id = ${tenantId} and u.id = m.user_id
    left join help_requesters r on r.tenant_id = ${tenantId} and r.id = m.requester_id
    left join users ru on ru.tenant_id = ${tenantId} and ru.id = r.user_id
    order by m.id`.execute(tx)
  return rows
}

/** A queue or a topic by its id and its name. */
export interface Choice {
  readonly id: number
  readonly name: string
}

/** The most topics, and queues, that a model chooses from. */
const MOST_CHOICES = 200

export const listTopicChoices = ({ tx, tenantId }: Partition): Promise<Choice[]> =>
  tx
    .selectFrom('help_topics')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('is_active', '=', true)
    .orderBy('sort_order')
    .orderBy('id')
    .limit(MOST_CHOICES)
    .execute()

export const listQueueChoices = ({ tx, tenantId }: Partition): Promise<Choice[]> =>
  tx
    .selectFrom('help_queues')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .limit(MOST_CHOICES)
    .execute()

/** An unresolved ticket with what its requester asked first. */
export interface Unresolved {
  readonly id: number
  readonly subject: string
  readonly text: string | null
}

/** The most tickets that gaps are looked for in. */
const MOST_TICKETS = 200
/** The statuses of tickets that are not resolved; of each the newest are looked at, by its index. */
const UNRESOLVED = ['new', 'open', 'pending', 'on_hold']

/** The newest unresolved tickets that were opened since a time, the newest first. */
export async function listUnresolved(
  { tx, tenantId }: Partition,
  since: Date,
): Promise<Unresolved[]> {
  const { rows } = await sql<Unresolved>`
    select t.id, t.subject, m.text
    from unnest(${UNRESOLVED}::text[]) s(status)
    cross join lateral (
      select id, subject, created_at from help_tickets
      where tenant_id = ${tenantId} and status = s.status
      order by id desc limit ${MOST_TICKETS}) t
    left join lateral (
      select left(body, 600) as text from help_ticket_messages
      where tenant_id = ${tenantId} and ticket_id = t.id
      order by id limit 1) m on true
    where t.created_at >= ${since}
    order by t.id desc limit ${MOST_TICKETS}`.execute(tx)
  return rows
}

/** A page of the wiki that members found unhelpful lately. */
export interface WeakPage {
  readonly slug: string
  readonly title: string
  readonly unhelpful_votes: number
  readonly helpful_count: number
  readonly unhelpful_count: number
  readonly view_count: number
}

const MOST_PAGES = 20

/** The pages that most of the newest unhelpful votes since a time are about; the wiki's own function counts them. */
export async function listWeakPages({ tx, tenantId }: Partition, since: Date): Promise<WeakPage[]> {
  const { rows } = await sql<WeakPage>`
    select * from weak_know_pages(${tenantId}, ${since}, ${MOST_PAGES})`.execute(tx)
  return rows
}
