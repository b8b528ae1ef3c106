import { numberSetting } from '../kit/settings.ts'

/** Days after its closing during which a ticket can be reopened; 0 means never. */
export const reopenDays = numberSetting('help.reopen_days', {
  pattern: /^(?:0|[1-9]\d{0,3})$/,
  what: 'a number of days',
  otherwise: 14,
})
