import { operations } from '@mobieus/contract'
import { ADMIN, MODERATOR, REGISTERED, SUPER_ADMIN } from './rank.rules.ts'

export { MODERATOR, REGISTERED }

/** Every scope that some operation asks a key for. */
export const scopes: readonly string[] = [
  ...new Set(
    Object.values(operations).flatMap((row) =>
      row.security.flatMap(
        (entry: { readonly bearerAuth?: readonly string[] }) => entry.bearerAuth ?? [],
      ),
    ),
  ),
].sort()

/** The roles that operations name, and the number from which a member has each. */
const named = { member: REGISTERED, admin: ADMIN, 'super-admin': SUPER_ADMIN }

/** The scopes of a session: all of them for an admin, for a moderator those that surfaces say. */
export const scopesOf = (role: number, moderatorScopes: readonly string[]): string[] =>
  role >= ADMIN ? [...scopes] : role >= MODERATOR ? [...moderatorScopes] : []

/** The roles that a member has by name: the own one, and those below it. */
export const roleNames = (role: number): string[] =>
  Object.entries(named)
    .filter(([, from]) => role >= from)
    .map(([name]) => name)
