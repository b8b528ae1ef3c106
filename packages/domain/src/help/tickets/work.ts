import type { Caller } from '../../kit/caller.ts'
import type { Partition, Tenant, Writing } from '../../kit/context.ts'
import { readSettings } from '../../kit/settings.ts'
import type { SystemWriting } from '../../kit/surface.ts'
import { findAppIni } from '../settings.store.ts'

/**
 * The state in which tickets are opened, edited and answered. The context of a request is one; mail, rules and the
 * clock have theirs by `systemDesk`.
 */
export interface TicketWork extends Writing {
  readonly now: Date
  readonly tenant: Pick<Tenant, 'settings'>
  /** The rule that does it, and how many events of rules in a row what it causes is. */
  readonly rule?: { readonly id: number; readonly depth: number }
  readonly caller?: Caller
}

/** The state of work that no request asked for, with the tenant's settings. */
export async function systemDesk(
  ctx: SystemWriting,
): Promise<SystemWriting & Pick<TicketWork, 'tenant'>> {
  return { ...ctx, tenant: { settings: await settingsOf(ctx) } }
}

const settingsOf = async (partition: Partition) => readSettings(await findAppIni(partition))
