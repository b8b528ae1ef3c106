import { createHash, randomBytes } from 'node:crypto'
import type { components } from '@mobieus/contract'
import { actingMember, requireOwnerOrModerator } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import * as store from './feeds.store.ts'

/** The path at which calendars read. The token is in the query, which is never logged. */
export const CALENDAR_PATH = '/learn/calendar.ics'

const [MOST, TOKEN_BYTES, BEGINNING] = [20, 32, 'ml_cal_']

export const listCalendarFeeds: Handler<'listCalendarFeeds'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listFeeds(ctx, query, page), presentFeed)
}

export const createCalendarFeed: Handler<'createCalendarFeed'> = async (ctx, { body }) => {
  const { user } = await actingMember(ctx, 'user_id', body.user_id)
  if ((await store.countWorking(ctx, user.id)) >= MOST)
    throw conflict(`The member has ${MOST} feeds that work; revoke one before.`)
  const token = BEGINNING + randomBytes(TOKEN_BYTES).toString('base64url')
  const feed = { user_id: user.id, label: body.label, created_at: ctx.now }
  const { id } = await store.insertFeed(ctx, { ...feed, token_hash: hashOf(token) })
  count(ctx, store.feedList, 1, feed)
  const url = `${ctx.origin}${CALENDAR_PATH}?token=${token}`
  const row = { ...feed, id, username: user.username, revoked_at: null }
  audit(ctx, 'learn_calendar_feed.created', { kind: 'learn_calendar_feed', id }, { after: feed })
  return { data: { ...presentFeed(row), url } }
}

export const revokeCalendarFeed: Handler<'revokeCalendarFeed'> = async (ctx, { path, body }) => {
  const row = await store.lockFeed(ctx, path.id)
  if (!row) throw notFound()
  const by = await actingMember(ctx, 'actor_id', body?.actor_id)
  await requireOwnerOrModerator(ctx, 'actor_id', by, row.user_id)
  if (row.revoked_at) return { data: presentFeed(row) }
  await store.revokeFeed(ctx, row.id, ctx.now)
  const { id, user_id, label } = row
  const change = { before: { user_id, label }, actor: by.user }
  audit(ctx, 'learn_calendar_feed.revoked', { kind: 'learn_calendar_feed', id }, change)
  return { data: presentFeed({ ...row, revoked_at: ctx.now }) }
}

/** The hash by which a token is found. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const presentFeed = (row: store.FeedRow): components['schemas']['LearnCalendarFeed'] => ({
  ...{ id: row.id, user: { id: row.user_id, username: row.username }, label: row.label },
  created_at: timestamp(row.created_at),
  revoked_at: nullableTimestamp(row.revoked_at),
})
