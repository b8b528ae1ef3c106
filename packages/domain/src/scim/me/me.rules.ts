import type { Resource } from '../schema/resources.ts'
import { changedAttributes } from '../users/changes.rules.ts'

/** The attributes that a member may change themselves; names, addresses of mail and rights are the provider's. */
const OWN: ReadonlySet<string> = new Set([
  ...['displayName', 'nickName', 'profileUrl', 'preferredLanguage', 'locale', 'timezone'],
  ...['phoneNumbers', 'ims', 'photos', 'addresses'],
])

/** The first attribute of another's that differs between two resources. */
export const foreignChange = (before: Resource, after: Resource): string | undefined =>
  changedAttributes(before, after).find((name) => !OWN.has(name))
