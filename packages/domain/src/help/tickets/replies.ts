import type { components } from '@mobieus/contract'
import type { Emitting } from '../../kit/context.ts'
import { emit } from '../../kit/emit.ts'
import { settingOf } from '../../kit/settings.ts'
import { attach, type NewAttachment } from '../attachments/attachments.ts'
import { noteInAudit } from '../audit/audited.ts'
import { reopenDays } from '../settings.ts'
import { slaAfter } from '../sla/sla.ts'
import { columnsOfSla } from '../sla/tickets.store.ts'
import type { Author } from './authors.ts'
import type { MessageRow } from './messages.store.ts'
import { mailReply } from '../mail/outgoing.ts'
import { wake } from './snoozing.ts'
import { moveTicket, recount } from './status.ts'
import { writeMessage } from './words.ts'
import type { TicketWork } from './work.ts'
import {
  isAsking,
  referenceOf,
  requireOpenable,
  roleOf,
  statusAfterReply,
} from './tickets.rules.ts'
import { updateTicket, type TicketRow } from './tickets.store.ts'

type Status = components['schemas']['TicketStatus']

/** A reply to a ticket, or a note for agents alone; `status` is for agents as well. */
export interface NewReply {
  readonly body: string
  readonly internal?: boolean
  readonly status?: Status
  readonly files?: readonly NewAttachment[]
}

/**
 * Adds a reply to a ticket that is locked, and tells it: by a request, a mail, a rule or the clock alike. The
 * author's reply moves the status as `statusAfterReply` says. A ticket that is closed for good is `409 conflict`.
 */
export async function addReply(
  ctx: TicketWork & Emitting<'ticket.replied' | 'ticket.status_changed'>,
  row: TicketRow,
  { body, internal = false, status, files = [] }: NewReply,
  author: Author,
): Promise<MessageRow> {
  requireOpenable(row, ctx.now, settingOf(ctx.tenant.settings, reopenDays))
  const message = {
    ...{ ticket_id: row.id, kind: internal ? 'note' : 'reply', ...author.columns },
    ...{ body, change: null, created_at: ctx.now },
  }
  const { id } = await writeMessage(ctx, message)
  const attachments = await attach(ctx, id, files)
  const told = { after: { message_id: id, internal } }
  noteInAudit(ctx, 'ticket.replied', { kind: 'ticket', id: row.id }, told, author)
  if (!internal)
    emit(ctx, 'ticket.replied', {
      ...{ ticket_id: row.id, reference: referenceOf(row) },
      ...{ message_id: id, author: author.shown },
    })
  const role = roleOf(author.columns, row)
  const goal = status ?? statusAfterReply(row.status as Status, { role, internal })
  const isFirst = role === 'agent' && !internal && row.first_responded_at === null
  const answered = isFirst ? { ...row, first_responded_at: ctx.now } : row
  const after = await moveTicket(ctx, answered, goal, author)
  if (isAsking(role)) await wake(ctx, row, author)
  const sla = isFirst && after === answered ? await slaAfter(ctx, answered) : {}
  await updateTicket(ctx, row.id, {
    ...{ updated_at: ctx.now, first_responded_at: answered.first_responded_at },
    ...columnsOfSla(sla),
  })
  recount(ctx, after, { ...after, ...sla })
  const isMailed =
    role === 'agent' &&
    !internal &&
    (await mailReply(ctx, row, { text: body, messageId: id, author }))
  const delivery = isMailed ? { status: 'pending', bounce_status: null, sent_at: null } : null
  return { ...message, id, author_name: author.shown.name, delivery, attachments }
}
