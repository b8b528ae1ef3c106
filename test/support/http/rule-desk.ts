import { expect } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from './help-desk.ts'
import type { Platform } from './platform.ts'

/** A help desk without any rule, to which rules are added. */
export interface RuleDesk extends HelpDesk {
  /** Adds a rule, and answers its id. */
  create(rule: object): Promise<number>
}

export async function openRuleDesk(platform: Platform): Promise<RuleDesk> {
  const desk = await openHelpDesk(platform)
  await desk.write('/rules/81/delete')
  return {
    ...desk,
    async create(rule) {
      const { status, body } = await desk.write('/rules', { name: 'Rule', ...rule })
      expect({ status, error: body.error }).toEqual({ status: 201, error: undefined })
      return body.data.id
    },
  }
}

/** A condition that a ticket about a picture or a sound meets. */
export const dark = { field: 'subject', operator: 'contains', values: ['PICTURE', 'sound'] }
