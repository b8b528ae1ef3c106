import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import { requireTargets } from './targets.ts'
import { checked, requireFits } from './checks.rules.ts'
import * as store from './rules.store.ts'
import { startReading } from './run-rules.ts'

type Update = components['schemas']['HelpRuleUpdate']
type Rule = components['schemas']['HelpRule']

/** The most rules of a partition: all of one event are read for each. */
const MOST = 200

export const listHelpRules: Handler<'listHelpRules'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listRules(ctx, query, page), presentRule)
}

export const createHelpRule: Handler<'createHelpRule'> = async (ctx, { body }) => {
  if ((await store.countRules(ctx)) >= MOST) throw conflict(`There are ${MOST} rules already.`)
  const { conditions = {}, actions, ...others } = body
  const columns = await columnsOf(ctx, { conditions, actions }, body.event)
  await startReading(ctx)
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const row = await store.insertRule(ctx, { ...others, ...columns, ...times })
  count(ctx, store.ruleList, 1, row)
  auditCreated(ctx, 'help_rule', settingsOf(row))
  return { data: presentRule(row) }
}

export const getHelpRule: Handler<'getHelpRule'> = async (ctx, { path }) => {
  const row = await store.findRule(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentRule(row) }
}

export const updateHelpRule: Handler<'updateHelpRule'> = async (ctx, { path, body }) => {
  const row = await store.lockRule(ctx, path.id)
  if (!row) throw notFound()
  const event = body.event ?? row.event
  const { conditions: _, actions: __, ...others } = body
  const change = { ...others, ...(await columnsOf(ctx, body, event)) }
  if (!body.conditions) requireFits(event, row.conditions)
  const updated = await store.updateRule(ctx, row.id, { ...change, updated_at: ctx.now })
  auditUpdated(ctx, 'help_rule', settingsOf(row), settingsOf(updated))
  return { data: presentRule(updated) }
}

export const deleteHelpRule: Handler<'deleteHelpRule'> = async (ctx, { path }) => {
  const row = await store.lockRule(ctx, path.id)
  if (!row) throw notFound()
  await store.deleteRule(ctx, row.id)
  count(ctx, store.ruleList, -1, row)
  auditDeleted(ctx, 'help_rule', settingsOf(row))
  return { data: { id: row.id, deleted: true } }
}

/** Conditions and actions as JSON, as far as they were said. */
type Written<Said> = {
  [Column in keyof Said & ('conditions' | 'actions')]: string | Exclude<Said[Column], object>
}

/** The same once conditions fit the event, and actions lead somewhere. */
async function columnsOf<Said extends Pick<Update, 'conditions' | 'actions'>>(
  ctx: AnyContext,
  said: Said,
  event: string,
): Promise<Written<Said>> {
  const { conditions, actions } = checked(event, said.conditions, said.actions)
  if (actions) await requireTargets(ctx, actions)
  return {
    ...(conditions && { conditions: JSON.stringify(conditions) }),
    ...(actions && { actions: JSON.stringify(actions) }),
  } as Written<Said>
}

/** The fields that people write. */
const settingsOf = ({ created_at: _, updated_at: __, ...settings }: store.RuleRow) => settings

/** A rule as the API shows it. */
export const presentRule = (row: store.RuleRow): Rule => ({
  id: row.id,
  name: row.name,
  event: row.event as Rule['event'],
  conditions: row.conditions as unknown as Rule['conditions'],
  actions: row.actions as unknown as Rule['actions'],
  is_active: row.is_active,
  sort_order: row.sort_order,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
