import { createHash } from 'node:crypto'
import type { components } from '@mobieus/contract'
import { announceTenant } from '../kit/announce.ts'
import type { Handler } from '../kit/context.ts'
import { requireMatch } from '../kit/preconditions.ts'
import { reply } from '../kit/reply.ts'
import { readSettings, settingOf } from '../kit/settings.ts'
import { withSetting } from '../kit/settings-text.ts'
import { auditUpdated } from './audit/audited.ts'
import { language, reopenDays, surveyHours } from './settings.ts'
import * as store from './settings.store.ts'
import { reindexForLanguage } from './tickets/reindexing.ts'

type Settings = components['schemas']['HelpSettings']
type Change = components['schemas']['HelpSettingsUpdate']

export const getHelpSettings: Handler<'getHelpSettings'> = async (ctx) => {
  const settings = presentSettings(await store.findAppIni(ctx))
  return reply(ctx, 200, { data: settings }, { headers: { ETag: entityTagOf(settings) } })
}

export const updateHelpSettings: Handler<'updateHelpSettings'> = async (ctx, { body }) => {
  const ini = await store.lockAppIni(ctx)
  const before = presentSettings(ini)
  requireMatch(ctx, entityTagOf(before))
  const changed = withChange(ini, body)
  const after = presentSettings(changed)
  if (entityTagOf(before) !== entityTagOf(after)) {
    await store.setAppIni(ctx, changed)
    announceTenant(ctx)
    await reindexForLanguage(ctx, readSettings(ini), readSettings(changed))
    const id = ctx.tenantId
    auditUpdated(ctx, 'help_settings', { id, ...before }, { id, ...after })
  }
  return reply(ctx, 200, { data: after }, { headers: { ETag: entityTagOf(after) } })
}

/** The settings in the text that they are kept in. */
function presentSettings(ini: string): Settings {
  const settings = readSettings(ini)
  return {
    language: settingOf(settings, language),
    reopen_days: settingOf(settings, reopenDays),
    survey_hours: settingOf(settings, surveyHours) ?? null,
  }
}

const entityTagOf = (settings: Settings): string =>
  `"${createHash('sha256').update(JSON.stringify(settings)).digest('base64url').slice(0, 22)}"`

/** The text with what a change names; `null` takes a setting out. */
const withChange = (ini: string, change: Change): string =>
  Object.entries({
    [language.name]: change.language,
    [reopenDays.name]: change.reopen_days,
    [surveyHours.name]: change.survey_hours,
  }).reduce(
    (text, [name, value]) =>
      value === undefined ? text : withSetting(text, name, value === null ? undefined : `${value}`),
    ini,
  )
