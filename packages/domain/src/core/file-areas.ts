import type { Handler } from '../kit/context.ts'
import { getPlace, listPlaces } from './places.ts'

export const listFileAreas: Handler<'listFileAreas'> = (ctx, { query }) =>
  listPlaces(ctx, 'file_area', query)

export const getFileArea: Handler<'getFileArea'> = (ctx, { path }) =>
  getPlace(ctx, 'file_area', path)
