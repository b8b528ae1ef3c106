import { numberSetting, type Setting } from '../kit/settings.ts'
import { isTimeZone } from '../kit/time-zones.ts'

/** The time zone of a community, by its name in the IANA database: whose days dates on certificates are. */
export const timeZone: Setting<string> = {
  name: 'learn.time_zone',
  list: false,
  check(value) {
    if (!isTimeZone(value)) throw new Error(`${value} is not a time zone of the IANA database`)
  },
  read: (values) => values.at(-1) ?? 'UTC',
  otherwise: 'UTC',
}

/** Whether courses are published only after others than their authors have reviewed them. */
export const reviews: Setting<'off' | 'required'> = {
  name: 'learn.review',
  list: false,
  check(value) {
    if (value !== 'required' && value !== 'off')
      throw new Error(`${value} is neither required nor off`)
  },
  read: (values) => (values.at(-1) === 'required' ? 'required' : 'off'),
  otherwise: 'off',
}

/** How many days before a credit expires its learner is reminded; 0 is never. */
export const reminderDays = numberSetting('learn.reminder_days', {
  pattern: /^(?:0|[1-9]\d{0,2})$/,
  what: 'a number of days from 0 to 999',
  otherwise: 30,
})
