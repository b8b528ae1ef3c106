import { Problem } from '@mobieus/contract'
import type { SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { authorOf, type Author } from '../tickets/authors.ts'
import { editTicket } from '../tickets/edits.ts'
import { moveTicket } from '../tickets/status.ts'
import { systemDesk } from '../tickets/work.ts'
import { lockTicket } from '../tickets/tickets.store.ts'
import { stepOf, type BulkChange } from './bulk-updates.rules.ts'
import { noteChore } from '../../platform/work.ts'
import { bulkPurge } from './purge.ts'
import * as store from './bulk-updates.store.ts'

const MOST_ATTEMPTS = 3

/**
 * Makes a bulk update, ticket by ticket. Each is a transaction with its outcome: a worker that is killed leaves no
 * ticket changed twice. The next worker goes on behind it.
 */
export const runBulkUpdate: Task = {
  name: 'help-bulk-update',
  async run({ db, clock }, tenantId, id) {
    for (let more = true; more;) {
      let taken: number | undefined
      const write = <T>(work: (ctx: SystemWriting) => Promise<T>) =>
        bySystem(db, tenantId, clock(), work)
      try {
        more = await write(async (ctx) => {
          taken = await store.takeTicket(ctx, id)
          return taken === undefined ? end(ctx, id) : change(ctx, id, taken)
        })
      } catch (error) {
        if (taken === undefined) throw error
        const ticketId = taken
        await write((ctx) => fail(ctx, id, ticketId, error)).then((known) => {
          if (!known) throw error
        })
      }
    }
    return undefined
  },
}

async function change(ctx: SystemWriting, id: number, ticketId: number): Promise<boolean> {
  const bulk = await store.findBulk(ctx, id)
  if (!bulk) return false
  const row = await lockTicket(ctx, { id: ticketId })
  if (!row) {
    const message = 'There is no such ticket.'
    store.deferOutcome(ctx, id, ticketId, { outcome: 'failed', code: 'not_found', message })
    return true
  }
  const desk = await systemDesk(ctx)
  const by = authorOfBulk(bulk)
  const { status, edit } = stepOf(row, bulk.change as BulkChange)
  const moved = status ? await moveTicket(desk, row, status, by) : row
  if (edit) await editTicket(desk, moved, edit, by)
  store.deferOutcome(ctx, id, ticketId, { outcome: status || edit ? 'updated' : 'unchanged' })
  return true
}

/** The member who asked for it, as the audit log tells them: a key that named nobody is the API. */
const authorOfBulk = ({ agent_id, user_id, author_name, by_key }: store.BulkRow): Author => ({
  ...authorOf({ agent_id, user_id, author_name, requester_id: null }),
  isKey: by_key,
})

/** Notes why a ticket was not changed. An error that is not its own is known only after some attempts. */
async function fail(
  ctx: SystemWriting,
  id: number,
  ticketId: number,
  error: unknown,
): Promise<boolean> {
  if (error instanceof Problem) {
    const { code, message, details } = error
    const field = details?.[0]?.field ?? null
    const told = { outcome: 'failed', code: details?.[0]?.code ?? code, field, message } as const
    store.deferOutcome(ctx, id, ticketId, told)
    return true
  }
  if ((await store.countAttempt(ctx, id, ticketId)) < MOST_ATTEMPTS) return false
  const message = 'The ticket could not be changed.'
  store.deferOutcome(ctx, id, ticketId, { outcome: 'failed', code: 'internal_error', message })
  return true
}

async function end(ctx: SystemWriting, id: number): Promise<boolean> {
  if (await store.finish(ctx, id, ctx.now)) noteChore(ctx, bulkPurge, bulkPurge.after(ctx.now))
  return false
}
