import { settingOf } from '../../kit/settings.ts'
import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { addTask, dropTask } from '../../platform/tasks.ts'
import { mailSurvey } from '../mail/outgoing.ts'
import { surveyHours } from '../settings.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { lockTicket, updateTicket, type TicketRow } from '../tickets/tickets.store.ts'
import { systemDesk, type TicketWork } from '../tickets/work.ts'
import { findSlug } from './asking.store.ts'
import { ratingPath } from './rating.ts'

const HOUR_MS = 60 * 60 * 1000

type Ended = Pick<TicketRow, 'resolved_at'>

/** Asks for the survey of a ticket that ends now, some hours later, and takes it back where one is reopened. */
export function askAfter(
  ctx: TicketWork,
  before: Ended & Pick<TicketRow, 'id' | 'survey_sent_at'>,
  after: Ended,
): void {
  const hours = settingOf(ctx.tenant.settings, surveyHours)
  if (hours === undefined || before.survey_sent_at !== null) return
  if (before.resolved_at === null && after.resolved_at !== null)
    addTask(ctx, sendSurvey, before.id, new Date(ctx.now.getTime() + hours * HOUR_MS))
  if (before.resolved_at !== null && after.resolved_at === null)
    dropTask(ctx, sendSurvey, before.id)
}

/** Asks the requester of a ticket to rate it, once, unless it was reopened or merged meanwhile. */
export const sendSurvey: Task = {
  name: 'help-survey',
  async run({ db, secrets, originOf, clock }, tenantId, ticketId) {
    await bySystem(db, tenantId, clock(), async (ctx) => {
      const row = await lockTicket(ctx, { id: ticketId })
      if (!row || row.resolved_at === null || row.merged_into_id !== null) return
      if (row.survey_sent_at !== null) return
      const desk = await systemDesk(ctx)
      if (settingOf(desk.tenant.settings, surveyHours) === undefined) return
      const url = originOf(await findSlug(ctx)) + ratingPath(secrets, tenantId, row.id)
      if (await mailSurvey(desk, row, textOf(row, url)))
        await updateTicket(ctx, row.id, { survey_sent_at: ctx.now })
    })
    return undefined
  },
}

const textOf = (row: TicketRow, url: string): string =>
  [
    `Hello ${row.requester_name},`,
    '',
    `your ticket ${referenceOf(row)} has been resolved. How did we help? Please tell us here:`,
    url,
    '',
  ].join('\n')
