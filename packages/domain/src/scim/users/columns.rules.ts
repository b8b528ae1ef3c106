import { foldCase } from '../filter/filter.ts'
import { scimFault } from '../schema/faults.ts'
import { ENTERPRISE, userType } from '../schema/types.ts'
import type { Resource } from '../schema/resources.ts'
import type { Attribute } from '../schema/attribute.ts'
import { findSub } from '../schema/places.ts'
import { isComplex, type Complex, type Value } from '../schema/values.ts'

/** The columns that a user is filtered and sorted by, filled from the resource. */

/** Texts of attributes without letter case are kept folded, as filters fold what they compare. */
export const fold = foldCase

const textOf = (resource: Complex | undefined, name: string): string | null => {
  const value = resource && Object.hasOwn(resource, name) ? resource[name] : undefined
  return typeof value === 'string' ? value : null
}
const folded = (resource: Complex | undefined, name: string): string | null => {
  const text = textOf(resource, name)
  return text === null ? null : fold(text)
}
const complexAt = (resource: Resource, name: string): Complex | undefined => {
  const value = Object.hasOwn(resource, name) ? resource[name] : undefined
  return isComplex(value) ? value : undefined
}

/** The most characters of a text that stands in an index. */
const MOST_INDEXED = 500

/** Refuses a text that is too long for its index. */
function indexed(path: string, text: string | null): string | null {
  if (text !== null && text.length > MOST_INDEXED)
    throw scimFault('invalidValue', path, `is longer than ${MOST_INDEXED} characters`)
  return text
}

/** The row of a user in `scim_users`; refuses a text that is longer than its index takes. */
export function columnsOf(resource: Resource) {
  const name = complexAt(resource, 'name')
  const enterprise = complexAt(resource, ENTERPRISE)
  return {
    user_name: indexed('userName', folded(resource, 'userName')) ?? '',
    external_id: indexed('externalId', textOf(resource, 'externalId')),
    display_name: indexed('displayName', folded(resource, 'displayName')),
    nick_name: folded(resource, 'nickName'),
    profile_url: textOf(resource, 'profileUrl'),
    title: folded(resource, 'title'),
    user_type: folded(resource, 'userType'),
    preferred_language: folded(resource, 'preferredLanguage'),
    locale: folded(resource, 'locale'),
    timezone: folded(resource, 'timezone'),
    formatted_name: folded(name, 'formatted'),
    family_name: indexed('name.familyName', folded(name, 'familyName')),
    given_name: indexed('name.givenName', folded(name, 'givenName')),
    middle_name: folded(name, 'middleName'),
    honorific_prefix: folded(name, 'honorificPrefix'),
    honorific_suffix: folded(name, 'honorificSuffix'),
    employee_number: indexed(`${ENTERPRISE}:employeeNumber`, folded(enterprise, 'employeeNumber')),
    cost_center: folded(enterprise, 'costCenter'),
    organization: folded(enterprise, 'organization'),
    division: folded(enterprise, 'division'),
    department: folded(enterprise, 'department'),
    manager_id: folded(enterprise && complexAt(enterprise, 'manager'), 'value'),
    ...listsOf(resource),
  }
}

/** The attributes that have several values, but for `groups`, which are not the user's own. */
export const MULTI_VALUED = userType.schema.attributes.filter(
  ({ multiValued, mutability }) => multiValued && mutability !== 'readOnly',
)

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The column of a part of an attribute with several values. */
export const listColumn = (attribute: Attribute, part: Attribute): string =>
  `${snake(attribute.name)}_${snake(part.name)}`

/** The column of how many values it has. */
export const sizeColumn = (attribute: Attribute): string => `${snake(attribute.name)}_size`

const valuesAt = (resource: Resource, name: string): readonly Value[] => {
  const values = Object.hasOwn(resource, name) ? resource[name] : undefined
  return Array.isArray(values) ? values : []
}

/** The columns of each attribute's parts: named once, because a name takes longer to make than to fill. */
const LISTS = MULTI_VALUED.map((attribute) => ({
  name: attribute.name,
  size: sizeColumn(attribute),
  columns: (attribute.subAttributes ?? []).map(
    (part) => [listColumn(attribute, part), part] as const,
  ),
}))

/** The number of each attribute's values, and the parallel lists of their parts; none of a part that no value has. */
function listsOf(resource: Resource) {
  const lists: Record<string, (string | boolean | null)[] | number | null> = {}
  for (const { name, size, columns } of LISTS) {
    const values = valuesAt(resource, name)
    lists[size] = values.length
    for (const [column, part] of columns) {
      const parts = values.map((value) => partOf(part, value))
      lists[column] = parts.some((each) => each !== null) ? parts : null
    }
  }
  return lists
}

function partOf(part: Attribute, value: Value): string | boolean | null {
  const found = isComplex(value) && Object.hasOwn(value, part.name) ? value[part.name] : undefined
  if (typeof found === 'boolean') return found
  return typeof found === 'string' ? (part.caseExact ? found : fold(found)) : null
}

/** The rows of a user in `scim_user_values`. */
export const valuesOf = (resource: Resource) =>
  MULTI_VALUED.flatMap((attribute) => {
    const part = findSub(attribute, 'value')
    if (!part) return []
    return valuesAt(resource, attribute.name).flatMap((one, position) => {
      const value = partOf(part, one)
      return typeof value === 'string' ? [{ attribute: attribute.name, position, value }] : []
    })
  })
