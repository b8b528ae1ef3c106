import type { Writing } from '../../kit/context.ts'
import type { Chore } from '../../kit/surface.ts'
import { noteChore } from '../../platform/work.ts'
import { deleteUnbound, nextUnbound } from './inbound.store.ts'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000
const BATCH = 500

/** Removes mail that led to no ticket, 30 days after it came. */
export const unboundMailPurge: Chore = {
  name: 'purge-unbound-mail',
  run: (ctx) => deleteUnbound(ctx, new Date(ctx.now.getTime() - KEPT_MS), BATCH),
  next: ({ tenantId }) => nextUnbound(tenantId, KEPT_MS),
}

/** Notes when a mail that came now is to be removed. */
export const noteUnboundMail = (ctx: Writing & { readonly now: Date }): void =>
  noteChore(ctx, unboundMailPurge, new Date(ctx.now.getTime() + KEPT_MS))
