import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { requireMatch } from '../../kit/preconditions.ts'
import { notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { together } from '../../kit/together.ts'
import { noteChore } from '../../platform/work.ts'
import { idOf } from '../ids.rules.ts'
import { patched } from '../patch/patch.ts'
import { project, projectionOf, shows, type Projecting } from '../projection/projection.ts'
import { resourceOf } from '../schema/resources.ts'
import { groupType } from '../schema/types.ts'
import * as rules from './group.rules.ts'
import * as store from './groups.store.ts'
import { answerGroups } from './listing.ts'
import { listMembers } from './members.store.ts'
import { noteGroup } from './noting.ts'
import { presentGroup, versionOf } from './presenting.ts'
import { groupsPurge } from './purge.ts'
import { addMembers, changeMembers, entryOf, replaceMembers, rewrite } from './writing.ts'

type Shown = components['schemas']['ScimGroup']

export const listScimGroups: Handler<'listScimGroups'> = (ctx, { query }) =>
  answerGroups(ctx, query)

export const searchScimGroups: Handler<'searchScimGroups'> = (ctx, { body }) =>
  answerGroups(ctx, body)

export const createScimGroup: Handler<'createScimGroup'> = async (ctx, { body, query }) => {
  const resource = resourceOf(groupType, body)
  const ids = rules.membersOf(resource)
  const row = await store.insertGroup(ctx, rules.columnsOf(resource), ctx.now)
  const added = await addMembers(ctx, row.id, ids, entryOf)
  count(ctx, store.scimGroupList, 1)
  noteGroup(ctx, { status: 201, after: row, moved: { added, removed: [] } })
  const shown = await shownOf(ctx, row, query)
  const headers = {
    ETag: versionOf(row),
    Location: presentGroup(ctx, row).meta?.location as string,
  }
  return reply(ctx, 201, shown, { headers })
}

export const getScimGroup: Handler<'getScimGroup'> = async (ctx, { path, query }) => {
  const id = idOf(path.id)
  const projection = projectionOf(groupType, query)
  const [row, members] = await together([
    store.findGroup(ctx, id),
    shows(projection, 'members') ? listMembers(ctx, [id]) : [],
  ])
  if (!row) throw notFound()
  const shown = project(projection, presentGroup(ctx, row, members, projection))
  return reply(ctx, 200, shown, { headers: { ETag: versionOf(row) } })
}

export const replaceScimGroup: Handler<'replaceScimGroup'> = async (ctx, { path, query, body }) => {
  const row = await lockGroup(ctx, path.id)
  const next = resourceOf(groupType, body)
  const moved = await replaceMembers(ctx, row, rules.membersOf(next))
  const after = await rewrite(ctx, row, rules.columnsOf(next), moved)
  noteGroup(ctx, { status: 200, before: row, after, moved })
  const headers = { ETag: versionOf(after) }
  return reply(ctx, 200, await shownOf(ctx, after, query), { headers })
}

export const patchScimGroup: Handler<'patchScimGroup'> = async (ctx, { path, query, body }) => {
  const row = await lockGroup(ctx, path.id)
  const { resource, members } = patched(groupType, rules.resourceOf(row), body)
  const columns = rules.columnsOf(resource)
  const moved = await changeMembers(ctx, row, members)
  const after = await rewrite(ctx, row, columns, moved)
  const isAsked = projectionOf(groupType, query) !== undefined
  noteGroup(ctx, { status: isAsked ? 200 : 204, before: row, after, moved })
  const headers = { ETag: versionOf(after) }
  if (!isAsked) return reply(ctx, 204, undefined, { headers })
  return reply(ctx, 200, await shownOf(ctx, after, query), { headers })
}

export const deleteScimGroup: Handler<'deleteScimGroup'> = async (ctx, { path }) => {
  const row = await lockGroup(ctx, path.id)
  await store.deleteGroup(ctx, row.id, ctx.now)
  count(ctx, store.scimGroupList, -1)
  noteGroup(ctx, { status: 204, before: row })
  noteChore(ctx, groupsPurge, groupsPurge.after(ctx.now))
  return reply(ctx, 204)
}

async function lockGroup(ctx: AnyContext, text: string): Promise<store.GroupRow> {
  const row = await store.lockGroup(ctx, idOf(text))
  if (!row) throw notFound()
  requireMatch(ctx, versionOf(row), 'weakly')
  return row
}

/** The group as an answer shows it; its members are read only where they are shown. */
async function shownOf(ctx: AnyContext, row: store.GroupRow, query: Projecting): Promise<Shown> {
  const projection = projectionOf(groupType, query)
  const members = shows(projection, 'members') ? await listMembers(ctx, [row.id]) : []
  return project(projection, presentGroup(ctx, row, members, projection))
}
