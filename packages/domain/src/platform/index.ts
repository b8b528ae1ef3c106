import { surface } from '../kit/surface.ts'
import { orphanRemoval } from './orphans.ts'
import { signingSecrets, storedAnswers } from './reseal.ts'
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
import { webhookFanOut } from './webhook-fan-out.ts'
import { deliveriesPurge } from './webhook-purges.ts'

/** The floor that every surface stands on. Its operations, events and webhooks, are part of core's contract. */
export const platform = surface('platform', {
  handlers: {},
  every: [orphanRemoval, sweeping],
  purges: [storedAnswersPurge, deliveriesPurge],
  settings: [
    allowedOrigins,
    requestsPerMinute,
    ...classLimits.values(),
    failureLimit,
    failureHours,
    endpointLimit,
  ],
  subscribers: [webhookFanOut],
  sealed: [signingSecrets, storedAnswers],
})
