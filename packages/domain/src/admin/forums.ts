import type { Handler } from '../kit/context.ts'
import * as places from './places.ts'

export const createForum: Handler<'createForum'> = (ctx, { body }) =>
  places.createPlace(ctx, 'forum', body)

export const updateForum: Handler<'updateForum'> = (ctx, { path, body }) =>
  places.updatePlace(ctx, 'forum', path.id, body)

export const archiveForum: Handler<'archiveForum'> = (ctx, { path }) =>
  places.archivePlace(ctx, 'forum', path.id)

export const unarchiveForum: Handler<'unarchiveForum'> = (ctx, { path }) =>
  places.unarchivePlace(ctx, 'forum', path.id)

export const orderForums: Handler<'orderForums'> = (ctx, { body }) =>
  places.orderPlaces(ctx, 'forum', body.ids)
