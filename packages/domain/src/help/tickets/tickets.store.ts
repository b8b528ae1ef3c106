import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf, type Value } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { Span } from '../sla/business-time.rules.ts'

/** A ticket with the names and addresses of those it speaks of, and the slugs of its tags. */
export type TicketRow = Omit<
  Selectable<Tables['help_tickets']>,
  'tenant_id' | 'custom_fields' | 'sla_pauses'
> & {
  custom_fields: Readonly<Record<string, string | number>>
  sla_pauses: readonly Span[]
  queue_name: string
  /** The SLA plan of its queue. */
  sla_plan_id: number | null
  /** How its queue gives tickets to agents. */
  assignment_policy: string
  assignee_name: string | null
  /** How many open tickets the agent is given at most; `null` without a bound, or an agent. */
  assignee_capacity: number | null
  requester_name: string
  requester_email: string | null
  requester_user_id: number | null
  collaborators: readonly Collaborator[]
  tags: string[]
  /** The number of the ticket that it was merged into. */
  merged_into_number: number | null
  links: readonly { readonly kind: string; readonly id: number; readonly number: number }[]
}

/** A person beside the requester who takes part in a ticket. */
export interface Collaborator {
  /** As a requester, which each of them is. */
  readonly id: number
  /** The member who they are, or who has their address by now. */
  readonly user_id: number | null
  readonly name: string
  readonly email: string | null
}

/** The columns that are written; custom fields are written as JSON. */
export type TicketChange = Omit<Updateable<Tables['help_tickets']>, 'tenant_id' | 'id' | 'number'>

/** The way a path names a ticket. */
export type TicketName = { readonly id: number } | { readonly number: number }

/** Filters by what no counter knows are counted on the index that leads to them. */
export const ticketList = listOf('help_tickets', {
  from: 'help_tickets as t',
  filters: {
    status: 'status',
    priority: 'priority',
    queue_id: 'queue_id',
    assignee_id: 'assignee_id',
    sla_state: 'sla_state',
    rating: 'rating',
    statuses: { where: (values: Value) => sql`status = any(string_to_array(${values}, ','))` },
    unassigned: { where: (yes: Value) => sql`assignee_id is null and ${yes}::boolean` },
    assigned: { where: (yes: Value) => sql`assignee_id is not null and ${yes}::boolean` },
    snoozed: { where: (yes: Value) => sql`snoozed_until is not null and ${yes}::boolean` },
    awake: { where: (yes: Value) => sql`snoozed_until is null and ${yes}::boolean` },
    requester_email: {
      where: (email: Value) => sql`(tenant_id, requester_id) in (
        select r.tenant_id, r.id from help_requesters r where r.email_key = lower(${email})
        union all
        select r.tenant_id, r.id from users u
        join help_requesters r on r.tenant_id = u.tenant_id and r.user_id = u.id
        where u.email_key = lower(${email}))`,
    },
    tag: {
      where: (slug: Value) => sql`(tenant_id, id) in (
        select m.tenant_id, m.ticket_id from help_ticket_tags m
        join help_tags g on g.tenant_id = m.tenant_id and g.id = m.tag_id
        where g.slug = ${slug} and g.deleted_at is null)`,
    },
    updated_since: { where: (time: Value) => sql`updated_at >= ${time}::timestamptz` },
  },
  counters: [
    ...(['status', 'priority', 'queue_id', 'assignee_id', 'sla_state', 'rating'] as const),
    ...([
      ['status', 'queue_id'],
      ['status', 'assignee_id'],
    ] as const),
  ],
})

const oldestFirst = { ...ticketList, order: { by: ['id'], direction: 'asc' } } as const

const selectTickets = ({ tx, tenantId }: Partition, from = ticketList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('help_queues as q', (join) =>
      join.on('q.tenant_id', '=', tenantId).onRef('q.id', '=', 't.queue_id'),
    )
    .innerJoin('help_requesters as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 't.requester_id'),
    )
    .leftJoin('users as ru', (join) =>
      join.on('ru.tenant_id', '=', tenantId).onRef('ru.id', '=', 'r.user_id'),
    )
    .leftJoin('help_agents as a', (join) =>
      join.on('a.tenant_id', '=', tenantId).onRef('a.id', '=', 't.assignee_id'),
    )
    .leftJoin('users as au', (join) =>
      join.on('au.tenant_id', '=', tenantId).onRef('au.id', '=', 'a.user_id'),
    )
    .where('t.tenant_id', '=', tenantId)
    .selectAll('t')
    .select([
      'q.name as queue_name',
      'au.display_name as assignee_name',
      'q.sla_plan_id',
      'q.assignment_policy',
    ])
    .select('a.capacity as assignee_capacity')
    .select('r.user_id as requester_user_id')
    .select([
      sql<string>`coalesce(ru.display_name, r.name)`.as('requester_name'),
      sql<string | null>`coalesce(ru.email, r.email)`.as('requester_email'),
      sql<TicketRow['collaborators']>`coalesce((
        select json_agg(json_build_object('id', c.requester_id, 'user_id', coalesce(p.user_id, eu.id),
          'name', coalesce(pu.display_name, p.name), 'email', coalesce(pu.email, p.email))
          order by c.requester_id)
        from help_ticket_collaborators c
        join help_requesters p on p.tenant_id = ${tenantId} and p.id = c.requester_id
        left join users pu on pu.tenant_id = ${tenantId} and pu.id = p.user_id
        left join users eu on eu.tenant_id = ${tenantId} and eu.email_key = p.email_key
        where c.tenant_id = ${tenantId} and c.ticket_id = t.id), '[]')`.as('collaborators'),
      sql<string[]>`array(
        select g.slug from help_ticket_tags m
        join help_tags g on g.tenant_id = ${tenantId} and g.id = m.tag_id and g.deleted_at is null
        where m.tenant_id = ${tenantId} and m.ticket_id = t.id order by g.slug)`.as('tags'),
      sql<number | null>`(
        select x.number from help_tickets x
        where x.tenant_id = ${tenantId} and x.id = t.merged_into_id)`.as('merged_into_number'),
      sql<TicketRow['links']>`coalesce((
        select json_agg(json_build_object('kind', l.kind, 'id', l.other_id, 'number', x.number)
          order by l.other_id)
        from help_ticket_links l
        join help_tickets x on x.tenant_id = ${tenantId} and x.id = l.other_id
        where l.tenant_id = ${tenantId} and l.ticket_id = t.id), '[]')`.as('links'),
    ])
    .$castTo<TicketRow>()

/** The tickets of a part of a query, which is called `t`, in an order. */
export const listTicketsFrom = (
  ctx: Partition,
  part: unknown,
  order: RawBuilder<unknown>,
): Promise<TicketRow[]> =>
  selectTickets(ctx, part as typeof ticketList.from)
    .orderBy(order)
    .execute()

export const listTickets = pagesOf(ticketList, selectTickets)
export const listTicketsOldestFirst = pagesOf(oldestFirst, selectTickets)

const selectTicket = (ctx: Partition, name: TicketName) =>
  'id' in name
    ? selectTickets(ctx).where('t.id', '=', name.id)
    : selectTickets(ctx).where('t.number', '=', name.number)

/** The newest tickets, the newest first. */
export const listNewest = (ctx: Partition, limit: number): Promise<TicketRow[]> =>
  selectTickets(ctx).orderBy('t.id', 'desc').limit(limit).execute()

export const findTicket = (ctx: Partition, name: TicketName): Promise<TicketRow | undefined> =>
  selectTicket(ctx, name).executeTakeFirst()

/** A ticket that the transaction has inserted or locked. */
export const findTicketThatIs = (
  ctx: Partition,
  { id }: { readonly id: number },
): Promise<TicketRow> => selectTicket(ctx, { id }).executeTakeFirstOrThrow()

/**
 * The ticket, locked until the transaction ends, and yet not against messages that name it. The look-up comes
 * after the lock: its joins show what another edit has written meanwhile.
 */
export async function lockTicket(ctx: Partition, name: TicketName): Promise<TicketRow | undefined> {
  const { tx, tenantId } = ctx
  const rows = tx.selectFrom('help_tickets').select('id').where('tenant_id', '=', tenantId)
  const named =
    'id' in name ? rows.where('id', '=', name.id) : rows.where('number', '=', name.number)
  const row = await named.forNoKeyUpdate().executeTakeFirst()
  return row && findTicket(ctx, row)
}

/** Inserts the ticket with the tenant's next number; answers its id. */
export const insertTicket = (
  { tx, tenantId }: Partition,
  ticket: Omit<Insertable<Tables['help_tickets']>, 'tenant_id' | 'number'>,
): Promise<{ id: number }> =>
  tx
    .insertInto('help_tickets')
    .values({
      ...ticket,
      tenant_id: tenantId,
      number: sql<number>`take_help_reference(${tenantId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const updateTicket = (ctx: Partition, id: number, change: TicketChange) =>
  updatingTicket(ctx, id, change).execute()

/** The same, to be left for the end of the transaction. Every write takes the ticket's place in the order of changes away. */
export const updatingTicket = ({ tx, tenantId }: Partition, id: number, change: TicketChange) =>
  tx
    .updateTable('help_tickets')
    .set({ ...change, change_number: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)

/** Takes the places of tickets in the order of changes away, because of what hangs on them; locks them in one order. */
export const markChanged = ({ tx, tenantId }: Partition, ids: readonly number[]) =>
  sql`
    update help_tickets set change_number = null
    where tenant_id = ${tenantId} and id = any(array(
      select id from help_tickets where tenant_id = ${tenantId} and id = any(${ids}::bigint[])
      order by id for no key update))`.execute(tx)

/** Marks the ticket with these tags, which are kept, and with no other. */
export async function setTicketTags(
  { tx, tenantId }: Partition,
  ticketId: number,
  tagIds: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('help_ticket_tags')
    .where('tenant_id', '=', tenantId)
    .where('ticket_id', '=', ticketId)
    .where('tag_id', '<>', sql<number>`all(${tagIds}::bigint[])`)
    .execute()
  if (tagIds.length === 0) return
  const marked = { tenant_id: tenantId, ticket_id: ticketId }
  await tx
    .insertInto('help_ticket_tags')
    .values(tagIds.map((tag_id) => ({ ...marked, tag_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
