import { numberSetting } from '../kit/settings.ts'

/** Requests a minute of a token; 0 means unlimited. Microsoft Entra asks for 25 a second. */
export const requestsPerMinute = numberSetting('scim.requests_per_minute', {
  pattern: /^(?:0|[1-9]\d{0,8})$/,
  what: 'a number of requests',
  otherwise: 3000,
})
