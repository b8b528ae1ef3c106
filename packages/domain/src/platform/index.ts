import { surface } from '../kit/surface.ts'
import { callList } from './ai-calls.store.ts'
import { aiCallsPurge } from './ai-purge.ts'
import { auditList } from './audit-log.store.ts'
import { eventList } from './events.store.ts'
import { keySecretsPurge } from './key-secrets.ts'
import { orphanRemoval } from './orphans.ts'
import { aiKeys, signingSecrets, storedAnswers } from './reseal.ts'
import {
  allowedOrigins,
  classLimits,
  endpointLimit,
  failureHours,
  failureLimit,
  requestsPerMinute,
} from './settings.ts'
import { storedAnswersPurge } from './stored-answers.ts'
import { sweeping } from './sweep.ts'
import { deliveryList } from './webhook-deliveries.store.ts'
import { webhookFanOut } from './webhook-fan-out.ts'
import { deliveriesPurge } from './webhook-purges.ts'
import { webhookSecretsPurge } from './webhook-secrets.ts'
import { webhookList } from './webhooks.store.ts'

export {
  AI_HOOKS,
  AI_KEYS,
  aiKeyPlace,
  DEFAULT_CALLS_PER_MINUTE,
  DEFAULT_MODEL,
} from './ai.rules.ts'
export { callList } from './ai-calls.store.ts'
export { audit, type Audited } from './audit.ts'
export { bySystem } from './by-system.ts'
export { doChore, listTenantsDue, tenantsDue } from './chores.ts'
export { keySecretsPurge } from './key-secrets.ts'
export { removeOrphans } from './orphans.ts'
export {
  type ArrivalsWaiting,
  countArrivalsWaiting,
  listTenantsWaiting,
  placeArrivals,
  placeFirst,
  placeForReading,
  type PlacingReport,
} from './placing.ts'
export { BANNED } from './rank.rules.ts'
export { MODERATOR, REGISTERED, roleNames, scopes } from './roles.rules.ts'
export { checkCounters, recount, type Recounted } from './recount.ts'
export { PURGE, repeatRound, takeRound } from './rounds.ts'
export { allowedOrigins, classLimits, requestsPerMinute } from './settings.ts'
export { purgeIdempotencyKeys } from './stored-answers.store.ts'
export { answerPlace, STORED_ANSWERS } from './stored-answers.ts'
export { advance, onEvents, settleLog } from './subscribers.ts'
export { choresOf, kindsOf, sweepWork, workLags } from './sweep.ts'
export { addTask, doTasks, dropTask, settleTasks } from './tasks.ts'
export { eventOfDelivery } from './webhook-deliveries.ts'
export { deliveryList } from './webhook-deliveries.store.ts'
export { webhookList } from './webhooks.store.ts'
export { webhookFanOut } from './webhook-fan-out.ts'
export { purgeWebhookDeliveries } from './webhook-purges.ts'
export { secretsOf } from './webhook-secrets.ts'
export {
  type Attempt,
  type ClaimedDelivery,
  claimWebhookDeliveries,
  recordWebhookAttempts,
  settleDeliveries,
} from './webhook-work.ts'
export {
  createSigningSecret,
  fingerprintOf,
  secretPlace,
  WEBHOOK_SECRETS,
} from './webhooks.rules.ts'
export { TASKS, WEBHOOKS } from './work.ts'

/** The floor that every surface stands on. Its operations, events and webhooks, are part of core's contract. */
export const platform = surface('platform', {
  handlers: {},
  lists: [auditList, callList, deliveryList, eventList, webhookList],
  every: [orphanRemoval, sweeping],
  purges: [aiCallsPurge, keySecretsPurge, storedAnswersPurge, deliveriesPurge, webhookSecretsPurge],
  settings: [
    allowedOrigins,
    requestsPerMinute,
    ...classLimits.values(),
    failureLimit,
    failureHours,
    endpointLimit,
  ],
  subscribers: [webhookFanOut],
  sealed: [signingSecrets, storedAnswers, aiKeys],
})
