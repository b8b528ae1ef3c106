import { createHash } from 'node:crypto'
import { transact } from '@mobieus/db'
import type { Handler, Writing } from '../../kit/context.ts'
import { download } from '../../kit/download.ts'
import { notFound, problem } from '../../kit/problem.ts'
import { keyIn } from '../../kit/storage/storage.ts'
import type { Task } from '../../kit/surface.ts'
import { addTask } from '../../platform/tasks.ts'
import { keepScanned } from '../attachments/keeping.ts'
import { referenceOf, ticketNamed } from '../tickets/tickets.rules.ts'
import { findTicket } from '../tickets/tickets.store.ts'
import type { Mail } from './mail.ts'
import * as store from './sources.store.ts'

/** The folder of mails as they came. */
export const MAIL_SOURCES = 'mail-sources'

/** The place of a message's source, which is the same whenever it is asked for. */
export const sourceKeyOf = (tenantId: number, messageId: number, sha256: string): string =>
  keyIn(MAIL_SOURCES, tenantId, `${messageId}-${sha256.slice(0, 16)}`)

export const getTicketMessageSource: Handler<'getTicketMessageSource'> = async (ctx, { path }) => {
  const ticket = await findTicket(ctx, ticketNamed(path.id))
  const found = ticket && (await store.findSourceOfMessage(ctx, ticket.id, path.message_id))
  if (!found) throw notFound()
  const { status, size_bytes: size, sha256: version } = found
  if (size === null || version === null || status !== 'approved') throw unreadable(status)
  return download({
    ...{ fileId: undefined, storageKey: sourceKeyOf(ctx.tenantId, path.message_id, version) },
    ...{ name: `${referenceOf(ticket)}-${path.message_id}.eml`, mediaType: 'message/rfc822' },
    ...{ size, version },
  })
}

const REASONS = {
  no_source: 'did not come as a raw mail',
  quarantined: 'has a source that is still being scanned',
  rejected: 'has a source that the scan has rejected',
} as const

/** The message is there, and its source is not: the detail says why. */
function unreadable(status: string | null) {
  const code = status === 'quarantined' || status === 'rejected' ? status : 'no_source'
  const message = REASONS[code]
  const details = [{ field: 'message_id', code, message }]
  return problem('not_found', `The message ${message}.`, { details })
}

/** Keeps the mail that a message came with, byte for byte, where it was handed over as it came. */
export async function keepSourceOf(
  ctx: Writing & { readonly now: Date },
  messageId: number,
  { source }: Mail,
): Promise<void> {
  if (!source) return
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await store.insertSource(ctx, {
    ...{ message_id: messageId, size_bytes: bytes.length, sha256, bytes },
  })
  addTask(ctx, keepSource, messageId)
}

/** Scans the source of a message, and brings it to its place before the transaction that shows it. */
export const keepSource: Task = {
  name: 'keep-mail-source',
  async run(work, tenantId, id) {
    const { db } = work
    const row = await transact(db, tenantId, ({ tx }) =>
      store.findWaitingSource({ tx, tenantId }, id),
    )
    if (!row?.bytes) return undefined
    const { bytes, sha256 } = row
    const key = sourceKeyOf(tenantId, id, sha256)
    const verdict = await keepScanned(work, key, { name: 'mail.eml', bytes, sha256 })
    await transact(db, tenantId, ({ tx }) => store.setSourceScanned({ tx, tenantId }, id, verdict))
    return undefined
  },
}
