import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { BANNED } from '../../platform/rank.rules.ts'
import { addressOf } from '../messages.ts'
import { schemasOf } from '../schema/resources.ts'
import { ENTERPRISE, userType } from '../schema/types.ts'
import { isComplex } from '../schema/values.ts'
import type { ScimUserRow } from './users.store.ts'

type Shown = components['schemas']['ScimUser']

/** Whether a member may sign in and call. */
export const isActive = ({ role }: Pick<ScimUserRow, 'role'>): boolean => role !== BANNED

/** The attributes of a user as a provider writes them, to be changed in part. */
export const writtenOf = (row: Pick<ScimUserRow, 'resource' | 'role' | 'has_active'>) => ({
  ...row.resource,
  ...(row.has_active && { active: isActive(row) }),
})

/** The entity tag; a ban and its end are another version, because `active` is part of what is shown. */
export const versionOf = ({ version }: Pick<ScimUserRow, 'version'>): string => `W/"${version}"`

/** A user with every attribute that it has; a projection takes from it what was asked for. */
export function presentUser(ctx: Pick<AnyContext, 'origin'>, row: ScimUserRow): Shown {
  const { externalId, [ENTERPRISE]: enterprise, ...rest } = row.resource
  return {
    schemas: [...schemasOf(userType, row.resource)],
    id: String(row.id),
    ...(externalId !== undefined && { externalId }),
    ...rest,
    ...(row.has_active && { active: isActive(row) }),
    ...(row.groups && { groups: row.groups.map((each) => presentMembership(ctx, each)) }),
    ...(enterprise !== undefined && { [ENTERPRISE]: withManager(ctx, enterprise) }),
    meta: {
      resourceType: 'User',
      created: row.created_at.toISOString(),
      lastModified: row.updated_at.toISOString(),
      location: addressOf(ctx, `/Users/${row.id}`),
      version: versionOf(row),
    },
  } as Shown
}

const presentMembership = (
  ctx: Pick<AnyContext, 'origin'>,
  [id, display]: readonly [number, string],
) => ({ value: String(id), $ref: addressOf(ctx, `/Groups/${id}`), display, type: 'direct' })

/** The extension with the manager's address. */
function withManager(ctx: Pick<AnyContext, 'origin'>, enterprise: unknown): unknown {
  if (!isComplex(enterprise) || !isComplex(enterprise.manager)) return enterprise
  const { value } = enterprise.manager
  return { ...enterprise, manager: { value, $ref: addressOf(ctx, `/Users/${String(value)}`) } }
}
