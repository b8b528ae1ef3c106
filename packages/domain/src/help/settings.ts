import type { components } from '@mobieus/contract'
import { numberSetting, type Setting } from '../kit/settings.ts'

/** Days after its closing during which a ticket can be reopened; 0 means never. */
export const reopenDays = numberSetting('help.reopen_days', {
  pattern: /^(?:0|[1-9]\d{0,3})$/,
  what: 'a number of days',
  otherwise: 14,
})

/** Hours after the end of a ticket at which its requester is asked to rate it; nobody is asked unless it is set. */
export const surveyHours = numberSetting('help.survey_hours', {
  pattern: /^(?:0|[1-9]\d{0,2})$/,
  what: 'a number of hours, at most 999',
  otherwise: undefined,
})

type Language = components['schemas']['HelpLanguageInput']

const LANGUAGES: Readonly<Record<Language, true>> = {
  ...{ arabic: true, danish: true, dutch: true, english: true, finnish: true, french: true },
  ...{ german: true, hungarian: true, italian: true, norwegian: true, portuguese: true },
  ...{ romanian: true, russian: true, simple: true, spanish: true, swedish: true, turkish: true },
}

/** The language whose word forms searches know, as PostgreSQL names it; `simple` is none. */
export const language: Setting<string> = {
  name: 'help.language',
  list: false,
  check(value) {
    if (!Object.hasOwn(LANGUAGES, value))
      throw new Error(`${value} is none of ${Object.keys(LANGUAGES).join(', ')}`)
  },
  read: (values) => values.at(-1) as string,
  otherwise: 'english',
}
