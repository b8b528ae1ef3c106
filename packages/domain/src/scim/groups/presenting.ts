import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { addressOf } from '../messages.ts'
import { names, type Projection } from '../projection/projection.ts'
import { groupType } from '../schema/types.ts'
import type { GroupRow } from './groups.store.ts'
import type { MemberRow } from './members.store.ts'

type Shown = components['schemas']['ScimGroup']
type Addressed = Pick<AnyContext, 'origin'>

export const versionOf = ({ version }: Pick<GroupRow, 'version'>): string => `W/"${version}"`

/** A group with its members, as far as they were read. */
export const presentGroup = (
  ctx: Addressed,
  row: GroupRow,
  members: readonly MemberRow[] = [],
  projection?: Projection,
): Shown => ({
  schemas: [groupType.schema.id],
  id: String(row.id),
  ...(row.external_id !== null && { externalId: row.external_id }),
  displayName: row.name,
  ...(members.length > 0 && {
    members: members.map(memberOf(ctx, names(projection, 'members.display'))),
  }),
  meta: {
    resourceType: groupType.name,
    created: row.created_at.toISOString(),
    lastModified: row.updated_at.toISOString(),
    location: addressOf(ctx, `/Groups/${row.id}`),
    version: versionOf(row),
  },
})

/** A member; the RFC's own schema has no name of it, which strict clients do not expect beside what they have sent. */
const memberOf =
  (ctx: Addressed, withDisplay: boolean) =>
  ({ user_id, display }: MemberRow) => ({
    value: String(user_id),
    $ref: addressOf(ctx, `/Users/${user_id}`),
    ...(withDisplay && { display }),
    type: 'User',
  })
