import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as agents from './agents.ts'
import { agentList } from './agents.store.ts'
import * as ai from './ai.ts'
import { agentStanding } from './agent-standing.ts'
import * as audit from './audit.ts'
import { helpAuditList } from './audit.store.ts'
import * as calendars from './calendars.ts'
import { calendarList } from './calendars.store.ts'
import * as cannedResponses from './canned-responses.ts'
import { cannedList } from './canned-responses.store.ts'
import * as emailAccounts from './email-accounts.ts'
import { accountList } from './email-accounts.store.ts'
import { furnish } from './furnish.ts'
import { handOutQueue, handOutWaiting } from './hand-out.ts'
import * as inboundEmail from './mail/inbound-email.ts'
import { unboundMailPurge } from './mail/mail-purge.ts'
import { slaLag, ticketsWaiting } from './gauges.ts'
import { sendMail } from './mail/outgoing.ts'
import * as notificationPrefs from './notification-prefs.ts'
import * as queues from './queues.ts'
import { queueList } from './queues.store.ts'
import { dryRunHelpRule } from './rules/dry-run.ts'
import * as rules from './rules/rules.ts'
import { ruleList } from './rules/rules.store.ts'
import { ruleReader } from './rules/run-rules.ts'
import { language, reopenDays } from './settings.ts'
import { tagDetaching } from './tag-detaching.ts'
import { slaClock } from './sla-clock.ts'
import { retimeQueue, retimeQueueAgain } from './sla-retiming.ts'
import * as slaPlans from './sla-plans.ts'
import { planList } from './sla-plans.store.ts'
import * as tags from './tags.ts'
import { tagList } from './tags.store.ts'
import * as ticketLinks from './ticket-links.ts'
import * as ticketMerges from './ticket-merges.ts'
import * as ticketMessages from './ticket-messages.ts'
import { splitTicket } from './ticket-splits.ts'
import * as tickets from './tickets.ts'
import { ticketList } from './tickets.store.ts'
import * as topics from './topics.ts'
import { topicList } from './topics.store.ts'

export { agentList } from './agents.store.ts'
export { purgeHelpAudit } from './audit.ts'
export { helpAuditList } from './audit.store.ts'
export { calendarList } from './calendars.store.ts'
export { cannedList } from './canned-responses.store.ts'
export { accountList, insertAccount } from './email-accounts.store.ts'
export { listNewest as listNewestMails } from './mail/outgoing.store.ts'
export { accountOfSecret, createInboundSecret } from './inbound-secret.ts'
export { queueList } from './queues.store.ts'
export { ruleList } from './rules/rules.store.ts'
export { ruleReader, startReading } from './rules/run-rules.ts'
export { planList } from './sla-plans.store.ts'
export { tagList } from './tags.store.ts'
export { makeSubjectFindable } from './ticket-words.ts'
export { ticketList } from './tickets.store.ts'
export { topicList } from './topics.store.ts'

const { listHelpAudit, auditPurge } = audit

const handlers = {
  ...agents,
  ...ai,
  listHelpAudit,
  ...calendars,
  ...cannedResponses,
  ...emailAccounts,
  ...inboundEmail,
  ...notificationPrefs,
  dryRunHelpRule,
  ...queues,
  ...rules,
  ...slaPlans,
  ...tags,
  ...ticketLinks,
  ...ticketMerges,
  ...ticketMessages,
  splitTicket,
  ...tickets,
  ...topics,
} satisfies Handlers<'help'>

export const help = surface('help', {
  handlers,
  lists: [
    ...[agentList, accountList, calendarList, cannedList, helpAuditList, planList, queueList],
    ...[ruleList, tagList, ticketList, topicList],
  ],
  subscribers: [agentStanding, ruleReader],
  tasks: [sendMail, handOutQueue, retimeQueue, retimeQueueAgain, tagDetaching],
  every: [slaClock, handOutWaiting].map((chore) => ({ minutes: 1, chore })),
  purges: [auditPurge, unboundMailPurge],
  gauges: [ticketsWaiting, slaLag],
  settings: [language, reopenDays],
  furnish,
  moderatorScopes: ['helpdesk:read', 'helpdesk:write'],
})
