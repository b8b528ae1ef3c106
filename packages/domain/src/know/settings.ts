import { numberSetting } from '../kit/settings.ts'

/** How many members approve a proposed revision before the page shows it. */
export const approvals = numberSetting('know.approvals', {
  pattern: /^[1-9]$/,
  what: 'a number from 1 to 9',
  otherwise: 1,
})
