import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as agents from './agents.ts'
import { agentList } from './agents.store.ts'
import * as audit from './audit.ts'
import { helpAuditList } from './audit.store.ts'
import * as cannedResponses from './canned-responses.ts'
import { cannedList } from './canned-responses.store.ts'
import { furnish } from './furnish.ts'
import * as notificationPrefs from './notification-prefs.ts'
import * as queues from './queues.ts'
import { queueList } from './queues.store.ts'
import { reopenDays } from './settings.ts'
import { tagDetaching } from './tag-detaching.ts'
import * as tags from './tags.ts'
import { tagList } from './tags.store.ts'
import * as ticketMessages from './ticket-messages.ts'
import * as tickets from './tickets.ts'
import { ticketList } from './tickets.store.ts'
import * as topics from './topics.ts'
import { topicList } from './topics.store.ts'

export { agentList } from './agents.store.ts'
export { purgeHelpAudit } from './audit.ts'
export { helpAuditList } from './audit.store.ts'
export { cannedList } from './canned-responses.store.ts'
export { queueList } from './queues.store.ts'
export { tagList } from './tags.store.ts'
export { ticketList } from './tickets.store.ts'
export { topicList } from './topics.store.ts'

const { listHelpAudit, auditPurge } = audit

const handlers = {
  ...agents,
  listHelpAudit,
  ...cannedResponses,
  ...notificationPrefs,
  ...queues,
  ...tags,
  ...ticketMessages,
  ...tickets,
  ...topics,
} satisfies Handlers<'help'>

export const help = surface('help', {
  handlers,
  lists: [agentList, cannedList, helpAuditList, queueList, tagList, ticketList, topicList],
  tasks: [tagDetaching],
  purges: [auditPurge],
  settings: [reopenDays],
  furnish,
  moderatorScopes: ['helpdesk:read', 'helpdesk:write'],
})
