import { fold } from '../users/columns.rules.ts'
import { memberIdOf } from '../patch/members.ts'
import { scimFault } from '../schema/faults.ts'
import type { Resource } from '../schema/resources.ts'
import type { GroupColumns, GroupRow } from './groups.store.ts'

/** The most characters of a name and of an external id, which stand in indexes. */
const MOST_CHARACTERS = 500

/** The properties of the group that a resource describes. */
export function columnsOf({ displayName, externalId }: Resource): GroupColumns {
  const name = textOf('displayName', displayName) ?? ''
  return { name, name_key: fold(name), external_id: textOf('externalId', externalId) }
}

function textOf(path: string, value: unknown): string | null {
  if (typeof value !== 'string') return null
  if (value.length > MOST_CHARACTERS)
    throw scimFault('invalidValue', path, `is longer than ${MOST_CHARACTERS} characters`)
  return value
}

/** The ids of the members of a resource that was sent. */
export const membersOf = ({ members }: Resource): readonly string[] =>
  Array.isArray(members) ? members.map((each, place) => memberIdOf(each, `members[${place}]`)) : []

/** The properties of a group as a provider writes them, without its members. */
export const resourceOf = ({ name, external_id }: GroupRow): Resource => ({
  displayName: name,
  ...(external_id !== null && { externalId: external_id }),
})

/** Whether a group has these properties already. */
export const hasColumns = (row: GroupRow, { name, external_id }: GroupColumns): boolean =>
  row.name === name && row.external_id === external_id
