import { sql, type Expression } from 'kysely'
import type { AnyContext } from '../../kit/context.ts'
import type { Column, Columns, ManyColumns } from '../filter/columns.ts'
import type { Attribute } from '../schema/attribute.ts'
import { membershipsOf } from '../groups/columns.store.ts'
import { addressOf } from '../messages.ts'
import { ENTERPRISE, userType } from '../schema/types.ts'
import { listColumn, MULTI_VALUED, sizeColumn } from './columns.rules.ts'

/** The columns of `scim_users s`, by which filters and orders find them. */

const at = (name: string) => sql.ref(`s.${name}`)
const text = (name: string): Column => ({ kind: 'text', of: at(name) })
const indexed = (name: string, kind: 'text' | 'time' = 'text'): Column => ({
  ...{ kind, of: at(name), isIndexed: true },
})
const never: Column = { kind: 'text', of: sql`null::text collate "C"` }

const texts: Readonly<Record<string, Column>> = {
  ...{ externalId: indexed('external_id'), userName: indexed('user_name') },
  ...{ displayName: indexed('display_name'), nickName: text('nick_name') },
  ...{ profileUrl: text('profile_url'), title: text('title'), userType: text('user_type') },
  ...{ preferredLanguage: text('preferred_language'), locale: text('locale') },
  ...{ timezone: text('timezone'), password: never },
  'name.formatted': text('formatted_name'),
  'name.familyName': indexed('family_name'),
  'name.givenName': indexed('given_name'),
  'name.middleName': text('middle_name'),
  'name.honorificPrefix': text('honorific_prefix'),
  'name.honorificSuffix': text('honorific_suffix'),
  [`${ENTERPRISE}:employeeNumber`]: indexed('employee_number'),
  [`${ENTERPRISE}:costCenter`]: text('cost_center'),
  [`${ENTERPRISE}:organization`]: text('organization'),
  [`${ENTERPRISE}:division`]: text('division'),
  [`${ENTERPRISE}:department`]: text('department'),
  [`${ENTERPRISE}:manager.value`]: text('manager_id'),
}

const extended = sql.join(
  [
    ...['employee_number', 'cost_center', 'organization', 'division', 'department', 'manager_id'],
  ].map((name) => sql`${at(name)} is not null`),
  sql` or `,
)

const schemas: ManyColumns = {
  size: sql`case when ${extended} then 2 else 1 end`,
  parts: {
    value: {
      kind: 'text',
      of: sql`(case when ${extended}
        then array[${sql.lit(userType.schema.id)}, ${sql.lit(ENTERPRISE)}]
        else array[${sql.lit(userType.schema.id)}] end) collate "C"`,
    },
  },
}

/** The columns as a request sees them: addresses are of the host that was called. */
export function columnsFor(ctx: Pick<AnyContext, 'tenantId' | 'origin'>): Columns {
  const { tenantId } = ctx
  const active = sql`(case when s.has_active then not s.banned end)`
  const version = sql`('W/"' || s.version || '"')`
  const location = sql`(${addressOf(ctx, '/Users/')}::text || s.user_id)`
  return {
    single: {
      ...texts,
      id: { kind: 'id', of: at('user_id') },
      active: { kind: 'boolean', of: active },
      'meta.resourceType': { kind: 'constant', value: userType.name },
      'meta.created': indexed('created_at', 'time'),
      'meta.lastModified': indexed('updated_at', 'time'),
      'meta.location': { kind: 'text', of: sql`${location} collate "C"` },
      'meta.version': { kind: 'text', of: sql`${version} collate "C"` },
      [`${ENTERPRISE}:manager.$ref`]: {
        kind: 'text',
        of: sql`(${addressOf(ctx, '/Users/')}::text || s.manager_id) collate "C"`,
      },
    },
    many: {
      ...Object.fromEntries(MULTI_VALUED.map((each) => [each.name, manyOf(tenantId, each)])),
      schemas,
      groups: membershipsOf(ctx),
    },
  }
}

const manyOf = (tenantId: number, attribute: Attribute): ManyColumns => ({
  size: at(sizeColumn(attribute)),
  parts: Object.fromEntries(
    (attribute.subAttributes ?? []).map((part) => {
      const kind = part.type === 'boolean' ? ('boolean' as const) : ('text' as const)
      return [part.name, { kind, of: at(listColumn(attribute, part)) }]
    }),
  ),
  indexed: (part, value) =>
    part === 'value' ? withValue(tenantId, attribute.name, value) : undefined,
})

/** The characters of a value that its index has, in the column `beginning`. */
const INDEXED = 400

/** Those with a value that equals a text, which the index finds by how it begins. */
const withValue = (
  tenantId: number,
  attribute: string,
  value: string,
): Expression<boolean> => sql<boolean>`(s.user_id in (
  select v.user_id from scim_user_values v
  where v.tenant_id = ${tenantId} and v.attribute = ${attribute} and v.value = ${value}
    and v.beginning = left(${value}, ${sql.lit(INDEXED)})))`
