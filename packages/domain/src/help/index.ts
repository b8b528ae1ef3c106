import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as agents from './agents/agents.ts'
import { agentList } from './agents/agents.store.ts'
import * as ai from './ai/ai.ts'
import { agentStanding } from './agents/standing.ts'
import { downloadTicketAttachment } from './attachments/attachments.ts'
import { ATTACHMENTS, keepAttachment } from './attachments/keeping.ts'
import { purgeUpload } from './attachments/upload-purge.ts'
import { createTicketUpload } from './attachments/uploads.ts'
import { isUploadWaiting } from './attachments/uploads.store.ts'
import * as audit from './audit/audit.ts'
import { helpAuditList } from './audit/audit.store.ts'
import * as bulkUpdates from './bulk/bulk-updates.ts'
import { bulkPurge } from './bulk/purge.ts'
import { runBulkUpdate } from './bulk/bulk-run.ts'
import { bulkList } from './bulk/bulk-updates.store.ts'
import * as calendars from './sla/calendars.ts'
import { calendarList } from './sla/calendars.store.ts'
import * as cannedResponses from './canned/canned-responses.ts'
import { cannedList } from './canned/canned-responses.store.ts'
import * as emailAccounts from './mail/email-accounts.ts'
import { accountList } from './mail/email-accounts.store.ts'
import { furnish } from './furnish.ts'
import { handOutQueue, handOutWaiting } from './queues/hand-out.ts'
import * as relays from './mail/relays/relays.ts'
import * as inboundEmail from './mail/inbound-email.ts'
import * as inboundEmails from './mail/inbound-emails.ts'
import { inboundList } from './mail/inbound-emails.store.ts'
import * as outgoingEmails from './mail/outgoing-emails.ts'
import { outgoingList } from './mail/outgoing-emails.store.ts'
import { inboundSecretsPurge } from './mail/inbound-secret.ts'
import { unboundMailPurge } from './mail/unbound-purge.ts'
import { outgoingMailPurge } from './mail/outgoing-purge.ts'
import { mailLag, mailsWaiting, slaLag, ticketsWaiting } from './gauges.ts'
import { sendMail } from './mail/outgoing.ts'
import { mailgunKeys } from './mail/mailgun-keys.ts'
import { mailgunTokensPurge } from './mail/relays/mailgun-signature.ts'
import { getTicketMessageSource, keepSource, MAIL_SOURCES } from './mail/sources.ts'
import * as notificationPrefs from './notifications/notification-prefs.ts'
import { notifying } from './notifications/notifying.ts'
import * as queues from './queues/queues.ts'
import { queueList } from './queues/queues.store.ts'
import { dryRunHelpRule } from './rules/dry-run.ts'
import * as rules from './rules/rules.ts'
import { ruleList } from './rules/rules.store.ts'
import { ruleReader } from './rules/run-rules.ts'
import { sendSurvey } from './satisfaction/asking.ts'
import { language, reopenDays, surveyHours } from './settings.ts'
import * as settings from './settings-console.ts'
import { tagDetaching } from './tags/detaching.ts'
import { slaClock } from './sla/clock.ts'
import { retimeQueue, retimeQueueAgain } from './sla/retiming.ts'
import * as slaPlans from './sla/plans.ts'
import { planList } from './sla/plans.store.ts'
import * as tags from './tags/tags.ts'
import { tagList } from './tags/tags.store.ts'
import { reindexForLanguage, reindexTickets } from './tickets/reindexing.ts'
import * as ticketLinks from './tickets/links.ts'
import * as ticketMerges from './tickets/merges.ts'
import * as ticketMessages from './tickets/messages.ts'
import { wakeSnoozed } from './tickets/snoozing.ts'
import { exportTickets } from './tickets/export.ts'
import { getTicketMessageHtml } from './tickets/message-html.ts'
import { splitTicket } from './tickets/splits.ts'
import * as tickets from './tickets/tickets.ts'
import { ticketList } from './tickets/tickets.store.ts'
import * as topics from './topics/topics.ts'
import { topicList } from './topics/topics.store.ts'

export { agentList } from './agents/agents.store.ts'
export { keyOf as attachmentKeyOf } from './attachments/keeping.ts'
export { auditPurge } from './audit/audit.ts'
export { helpAuditList } from './audit/audit.store.ts'
export { bulkList } from './bulk/bulk-updates.store.ts'
export { calendarList } from './sla/calendars.store.ts'
export { cannedList } from './canned/canned-responses.store.ts'
export { accountList, insertAccount } from './mail/email-accounts.store.ts'
export { inboundList } from './mail/inbound-emails.store.ts'
export { outgoingList } from './mail/outgoing-emails.store.ts'
export { listNewest as listNewestMails } from './mail/outgoing.store.ts'
export { sendMail } from './mail/outgoing.ts'
export { accountOfSecret, createInboundSecret } from './mail/inbound-secret.ts'
export { sourceKeyOf } from './mail/sources.ts'
export { notifying } from './notifications/notifying.ts'
export { rateTicket, RATING_PATH, ticketOfRating } from './satisfaction/rating.ts'
export { subscriptionOf, unsubscribe, UNSUBSCRIBE_PATH } from './notifications/unsubscribing.ts'
export { queueList } from './queues/queues.store.ts'
export { ruleList } from './rules/rules.store.ts'
export { ruleReader, startReading } from './rules/run-rules.ts'
export { planList } from './sla/plans.store.ts'
export { tagList } from './tags/tags.store.ts'
export { makeSubjectFindable } from './tickets/words.ts'
export { ticketList } from './tickets/tickets.store.ts'
export { topicList } from './topics/topics.store.ts'

const { listHelpAudit, auditPurge } = audit

const handlers = {
  ...agents,
  ...ai,
  listHelpAudit,
  ...bulkUpdates,
  ...calendars,
  ...cannedResponses,
  createTicketUpload,
  downloadTicketAttachment,
  ...emailAccounts,
  ...inboundEmail,
  ...inboundEmails,
  ...notificationPrefs,
  ...outgoingEmails,
  dryRunHelpRule,
  ...queues,
  ...relays,
  ...rules,
  ...settings,
  ...slaPlans,
  ...tags,
  ...ticketLinks,
  ...ticketMerges,
  ...ticketMessages,
  splitTicket,
  getTicketMessageHtml,
  getTicketMessageSource,
  exportTickets,
  ...tickets,
  ...topics,
} satisfies Handlers<'help'>

export const help = surface('help', {
  handlers,
  lists: [
    ...[
      agentList,
      accountList,
      bulkList,
      calendarList,
      cannedList,
      helpAuditList,
      planList,
      queueList,
    ],
    ...[inboundList, outgoingList, ruleList, tagList, ticketList, topicList],
  ],
  subscribers: [agentStanding, notifying, ruleReader],
  tasks: [
    keepAttachment,
    purgeUpload,
    keepSource,
    sendMail,
    sendSurvey,
    runBulkUpdate,
    handOutQueue,
    retimeQueue,
    retimeQueueAgain,
    tagDetaching,
    reindexTickets,
  ],
  every: [slaClock, handOutWaiting, wakeSnoozed].map((chore) => ({ minutes: 1, chore })),
  purges: [
    auditPurge,
    bulkPurge,
    inboundSecretsPurge,
    outgoingMailPurge,
    unboundMailPurge,
    mailgunTokensPurge,
  ],
  gauges: [ticketsWaiting, slaLag, mailsWaiting, mailLag],
  settings: [language, reopenDays, surveyHours],
  onSettings: reindexForLanguage,
  furnish,
  sealed: [mailgunKeys],
  storage: { folders: [ATTACHMENTS, MAIL_SOURCES], awaits: isUploadWaiting },
  moderatorScopes: ['helpdesk:read', 'helpdesk:write'],
})
