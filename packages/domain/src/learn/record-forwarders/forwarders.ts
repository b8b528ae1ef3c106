import type { components } from '@mobieus/contract'
import { seal } from '@mobieus/db'
import { findUrlFault, type UrlFault } from '../../kit/address-guard.ts'
import type { AnyContext, Context, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, invalidField, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { addTask, dropTask } from '../../platform/tasks.ts'
import { actingAdministrator } from '../../core/acting-user.ts'
import { lockRecords } from '../xapi/statements/writing.store.ts'
import { forwardingRecords } from './forwarding.ts'
import * as store from './forwarders.store.ts'
import { FORWARDER_PASSWORDS, passwordPlace } from './passwords.ts'

type Forwarder = components['schemas']['LearnRecordForwarder']
type Create = components['schemas']['LearnRecordForwarderCreate']
type Update = components['schemas']['LearnRecordForwarderUpdate']

/** The most forwarders of a community: each of them gets every statement. */
const MOST = 10

export const listRecordForwarders: Handler<'listRecordForwarders'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listForwarders(ctx, query, page), presentForwarder)
}

export const createRecordForwarder: Handler<'createRecordForwarder'> = async (ctx, { body }) => {
  const fault = await findUrlFault(ctx.outside.guard, body.url)
  return ctx.conclude((ctx) => create(ctx, body, fault))
}

export const getRecordForwarder: Handler<'getRecordForwarder'> = async (ctx, { path }) => {
  const row = await store.findForwarder(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentForwarder(row) }
}

export const updateRecordForwarder: Handler<'updateRecordForwarder'> = async (
  ctx,
  { path, body },
) => {
  const { url } = body
  const fault = url === undefined ? undefined : await findUrlFault(ctx.outside.guard, url)
  return ctx.conclude((ctx) => update(ctx, path.id, body, fault))
}

export const deleteRecordForwarder: Handler<'deleteRecordForwarder'> = async (
  ctx,
  { path, body },
) => {
  const row = await store.lockForwarder(ctx, path.id)
  if (!row) throw notFound()
  const by = await actingAdministrator(ctx, body?.actor_id)
  await store.deleteForwarder(ctx, row.id)
  dropTask(ctx, forwardingRecords, row.id)
  count(ctx, store.forwarderList, -1)
  tell(ctx, 'deleted', row.id, { before: told(row), actor: by.user })
  return { data: { id: row.id, deleted: true } }
}

async function create(
  ctx: Context<'createRecordForwarder'>,
  body: Create,
  fault: UrlFault | undefined,
) {
  const { user } = await actingAdministrator(ctx, body.actor_id)
  if (fault) throw invalidField('url', fault.code, fault.message)
  if ((await store.countForwarders(ctx)) >= MOST)
    throw conflict(`There are ${MOST} forwarders; delete one before.`)
  const id = await store.nextForwarderId(ctx)
  const { label, url, username } = body
  // No statement that is being stored lies before it.
  if (!body.backlog) await lockRecords(ctx, true)
  await store.insertForwarder(ctx, {
    ...{ id, label, url, username, password: sealed(ctx, id, body.password), user_id: user.id },
    ...(body.backlog ? store.FIRST_PLACE : await store.lastPlace(ctx)),
    ...{ created_at: ctx.now, updated_at: ctx.now },
  })
  count(ctx, store.forwarderList, 1)
  addTask(ctx, forwardingRecords, id)
  const row = (await store.findForwarder(ctx, id)) as store.ForwarderRow
  tell(ctx, 'created', id, { after: told(row), actor: user })
  return { data: presentForwarder(row) }
}

async function update(
  ctx: Context<'updateRecordForwarder'>,
  id: number,
  body: Update,
  fault: UrlFault | undefined,
) {
  const before = await store.lockForwarder(ctx, id)
  if (!before) throw notFound()
  const { user } = await actingAdministrator(ctx, body.actor_id)
  if (fault) throw invalidField('url', fault.code, fault.message)
  // Another address would get the stored password, which is shown to nobody.
  const moved = body.url !== undefined && body.url !== before.url
  if (moved && body.password === undefined)
    throw invalidField('password', 'required', 'has to be sent with another url')
  const { actor_id: _, password, ...change } = body
  // The fault may be mended, so that it is tried at once.
  await store.updateForwarder(ctx, id, {
    ...{ ...change, updated_at: ctx.now, failures: 0, failing_since: null, retry_at: null },
    ...(password !== undefined && { password: sealed(ctx, id, password) }),
  })
  const row = (await store.findForwarder(ctx, id)) as store.ForwarderRow
  if (row.is_active) addTask(ctx, forwardingRecords, id)
  else dropTask(ctx, forwardingRecords, id)
  const after = { ...told(row), ...(password !== undefined && { password_changed: true }) }
  tell(ctx, 'updated', id, { before: told(before), after, actor: user })
  return { data: presentForwarder(row) }
}

const sealed = ({ secrets, tenantId }: AnyContext, id: number, password: string): string =>
  seal(secrets.for(FORWARDER_PASSWORDS).sealing, password, passwordPlace(tenantId, id))

const tell = (
  ctx: AnyContext,
  what: string,
  id: number,
  change: Parameters<typeof audit>[3],
): void =>
  audit(ctx, `learn_record_forwarder.${what}`, { kind: 'learn_record_forwarder', id }, change)

const told = ({ label, url, username, is_active }: store.ForwarderRow) => ({
  ...{ label, url, username, is_active },
})

function statusOf({ is_active, failures }: store.ForwarderRow): Forwarder['status'] {
  if (!is_active) return 'paused'
  return failures > 0 ? 'failing' : 'active'
}

const presentForwarder = (row: store.ForwarderRow): Forwarder => ({
  ...{ id: row.id, label: row.label, url: row.url, username: row.username },
  ...{ status: statusOf(row), statements: row.statements, refused: row.refused },
  last_error: row.last_error,
  failing_since: nullableTimestamp(row.failing_since),
  retry_at: nullableTimestamp(row.retry_at),
  by: { id: row.user_id, username: row.by_username },
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
