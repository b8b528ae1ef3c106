import type { Handler } from '../kit/context.ts'
import * as places from './places.ts'

export const createFileArea: Handler<'createFileArea'> = (ctx, { body }) =>
  places.createPlace(ctx, 'file_area', body)

export const updateFileArea: Handler<'updateFileArea'> = (ctx, { path, body }) =>
  places.updatePlace(ctx, 'file_area', path.id, body)

export const archiveFileArea: Handler<'archiveFileArea'> = (ctx, { path }) =>
  places.archivePlace(ctx, 'file_area', path.id)

export const unarchiveFileArea: Handler<'unarchiveFileArea'> = (ctx, { path }) =>
  places.unarchivePlace(ctx, 'file_area', path.id)

export const orderFileAreas: Handler<'orderFileAreas'> = (ctx, { body }) =>
  places.orderPlaces(ctx, 'file_area', body.ids)
