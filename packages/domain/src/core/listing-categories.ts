import type { Handler } from '../kit/context.ts'
import { getPlace, listPlaces } from './places.ts'

export const listListingCategories: Handler<'listListingCategories'> = (ctx, { query }) =>
  listPlaces(ctx, 'listing_category', query)

export const getListingCategory: Handler<'getListingCategory'> = (ctx, { path }) =>
  getPlace(ctx, 'listing_category', path)
