import type { OperationId } from '@mobieus/contract'
import type { AppSecrets, Database } from '@mobieus/db'
import * as tenants from './admin/tenants.ts'
import type { Handler } from './kit/context.ts'
import * as settings from './kit/settings.ts'
import * as reseal from './platform/reseal.ts'
import { scopesOf } from './platform/roles.rules.ts'
import { checkSurfaces } from './platform/check-surfaces.ts'
import { surfaces } from './surfaces.ts'

/** The declarations of the listed surfaces, put together. */

type Both<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void
  ? All
  : never
type AllHandlers = Both<(typeof surfaces)[number]['handlers']>

/** Every operation's handler, by operationId; a surface that is not listed is a compile error. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = Object.assign(
  {},
  ...surfaces.map((each) => each.handlers),
) as AllHandlers

checkSurfaces(surfaces)

const known = new Map(surfaces.flatMap((each) => each.settings.map((one) => [one.name, one])))

/** The settings in the text of an `app.ini`; throws `SettingsError` with the line that cannot be taken. */
export const parseSettings = (text: string): settings.Settings =>
  settings.parseSettings(text, known)

/** Replaces a tenant's `app.ini`; throws as `parseSettings` does. */
export async function setAppIni(db: Database, slug: string, text: string): Promise<void> {
  parseSettings(text)
  await tenants.setAppIni(db, surfaces, slug, text)
}

/** Creates a tenant with what every surface begins with. */
export const createTenant = (
  db: Database,
  tenant: tenants.NewTenant,
  now?: Date,
): Promise<tenants.CreatedTenant> => tenants.createTenant(db, surfaces, tenant, now)

const moderatorScopes = surfaces.flatMap((each) => each.moderatorScopes)

/** The scopes of a member's session. */
export const scopesOfRole = (role: number): string[] => scopesOf(role, moderatorScopes)

/** Values that are kept sealed. */
export const sealed = surfaces.flatMap((each) => each.sealed)

/** Moves what a partition keeps sealed to the present secret; answers for each of `sealed` what does not open. */
export const resealPartition = (
  db: Database,
  tenantId: number,
  secrets: AppSecrets,
  now: Date,
): Promise<reseal.Resealed> => reseal.resealPartition(db, sealed, tenantId, secrets, now)
