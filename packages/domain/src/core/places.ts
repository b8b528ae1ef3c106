import type { components } from '@mobieus/contract'
import type { Context } from '../context.ts'
import { closePage, openPage, type Page } from '../page.ts'
import { nullableTimestamp } from '../present.ts'
import { invalidField, notFound } from '../problem.ts'
import * as store from './places.store.ts'

/** Forums, listing categories and file areas: places that hold something. They are read alike. */

type Place = components['schemas']['Forum']

export async function listPlaces(
  ctx: Context,
  kind: store.PlaceKind,
  query: { readonly archived?: boolean; readonly cursor?: string; readonly limit?: number },
): Promise<Page<Place>> {
  const page = openPage(ctx, query)
  const { rows, total } = await store.listPlaces(ctx, kind, query.archived ?? false, page)
  return closePage(page, rows, total, (row) => row.position, presentPlace)
}

/** The place by its id, or by its slug where that is how others name it. */
export async function getPlace(
  ctx: Context,
  kind: store.PlaceKind,
  by: { readonly id: number } | { readonly slug: string },
): Promise<{ data: Place }> {
  const row =
    'id' in by
      ? await store.findPlace(ctx, kind, 'id', by.id)
      : await store.findPlace(ctx, kind, 'slug', by.slug)
  if (!row) throw notFound()
  return { data: presentPlace(row) }
}

/** A place that is archived takes nothing new: it is a fault of the field that names it. */
export function requireOpen(field: string, place: { readonly archived_at: Date | null }): void {
  if (place.archived_at) throw invalidField(field, 'archived', 'is archived and takes nothing new')
}

/** A place as the API shows it. */
export const presentPlace = (row: store.PlaceRow): Place => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  archived_at: nullableTimestamp(row.archived_at),
})
