import type { Handler } from '../kit/context.ts'
import { getPlace, listPlaces } from './places.ts'

export const listForums: Handler<'listForums'> = (ctx, { query }) => listPlaces(ctx, 'forum', query)

export const getForum: Handler<'getForum'> = (ctx, { path }) => getPlace(ctx, 'forum', path)
