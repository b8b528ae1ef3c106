import type { Handler } from '../kit/context.ts'
import * as places from './places.ts'

export const createListingCategory: Handler<'createListingCategory'> = (ctx, { body }) =>
  places.createPlace(ctx, 'listing_category', body)

export const updateListingCategory: Handler<'updateListingCategory'> = (ctx, { path, body }) =>
  places.updatePlace(ctx, 'listing_category', path.id, body)

export const archiveListingCategory: Handler<'archiveListingCategory'> = (ctx, { path }) =>
  places.archivePlace(ctx, 'listing_category', path.id)

export const unarchiveListingCategory: Handler<'unarchiveListingCategory'> = (ctx, { path }) =>
  places.unarchivePlace(ctx, 'listing_category', path.id)

export const orderListingCategories: Handler<'orderListingCategories'> = (ctx, { body }) =>
  places.orderPlaces(ctx, 'listing_category', body.ids)
