import type { Writing } from './context.ts'

/**
 * Tells every process, with the commit, that what it keeps of a member's keys is no longer so: whose keys
 * are refused is decided from memory.
 */
export function announceMember(ctx: Pick<Writing, 'outbox' | 'tenantId'>, id: number): void {
  const { outbox, tenantId } = ctx
  outbox.announcements ??= []
  outbox.announcements.push(`member:${tenantId}:${id}`)
}
