import { sql, type Expression } from 'kysely'
import type { AnyContext } from '../../kit/context.ts'
import type { Column, Columns, RowColumns } from '../filter/columns.ts'
import { addressOf } from '../messages.ts'
import { groupType } from '../schema/types.ts'
import { groupOf } from './membership.store.ts'
import { seenMembers } from './members.store.ts'

/** The columns of `learn_cohorts g`, by which filters and orders find groups. */

type Seeing = Pick<AnyContext, 'tenantId' | 'origin'>

const text = (of: Expression<unknown>): Column & { readonly kind: 'text' } => ({ kind: 'text', of })
const folded = (value: string) => text(sql`${sql.lit(value)}::text collate "C"`)

/** The columns as a request sees them: addresses are of the host that was called. */
export const columnsFor = (ctx: Seeing): Columns => ({
  single: {
    id: { kind: 'id', of: sql.ref('g.id') },
    externalId: { ...text(sql.ref('g.external_id')), isIndexed: true },
    displayName: { ...text(sql.ref('g.name_key')), isIndexed: true },
    'meta.resourceType': { kind: 'constant', value: groupType.name },
    'meta.created': { kind: 'time', of: sql.ref('g.created_at') },
    'meta.lastModified': { kind: 'time', of: sql.ref('g.updated_at') },
    'meta.location': text(sql`(${addressOf(ctx, '/Groups/')}::text || g.id) collate "C"`),
    'meta.version': text(sql`('W/"' || g.version || '"') collate "C"`),
  },
  many: {
    schemas: {
      size: sql.lit(1),
      parts: { value: text(sql`(array[${sql.lit(groupType.schema.id)}] collate "C")`) },
    },
    members: membersOf(ctx),
  },
})

const membersOf = (ctx: Seeing): RowColumns => ({
  parts: {
    value: { kind: 'id', of: sql.ref('m.user_id') },
    display: text(sql`lower(u.display_name) collate "C"`),
    type: folded('user'),
    $ref: text(sql`(${addressOf(ctx, '/Users/')}::text || m.user_id) collate "C"`),
  },
  among: (condition) => sql<boolean>`(g.id in (
    select m.cohort_id from learn_cohort_members m ${seenMembers(ctx.tenantId)}
    where m.tenant_id = ${ctx.tenantId} and (${condition})))`,
})

/** The columns of the groups that a user is in, whose row is `scim_users s`. */
export const membershipsOf = (ctx: Seeing): RowColumns => ({
  parts: {
    value: { kind: 'id', of: sql.ref('c.id') },
    display: text(sql.ref('c.name_key')),
    type: folded('direct'),
    $ref: text(sql`(${addressOf(ctx, '/Groups/')}::text || c.id) collate "C"`),
  },
  among: (condition) => sql<boolean>`(s.user_id in (
    select m.user_id from learn_cohort_members m
    join learn_cohorts c on ${groupOf(ctx.tenantId)}
    where m.tenant_id = ${ctx.tenantId} and (${condition})))`,
})
