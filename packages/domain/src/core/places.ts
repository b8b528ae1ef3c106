import type { components } from '@mobieus/contract'
import type { AnyContext } from '../kit/context.ts'
import { closePage, openPage, type Page } from '../kit/page.ts'
import { nullableTimestamp } from '../kit/present.ts'
import { invalidField, notFound } from '../kit/problem.ts'
import * as store from './places.store.ts'

/** Forums, listing categories and file areas: places that hold something. They are read alike. */

/** A place of a kind as the API shows it. */
export type PlaceOf<Kind extends store.PlaceKind> = Kind extends 'file_area'
  ? components['schemas']['FileAreaDetail']
  : components['schemas']['Forum']

export async function listPlaces<Kind extends store.PlaceKind>(
  ctx: AnyContext,
  kind: Kind,
  query: { readonly archived?: boolean; readonly cursor?: string; readonly limit?: number },
): Promise<Page<PlaceOf<Kind>>> {
  const page = openPage(ctx, query)
  const { archived = false } = query
  const found = await store.placePages[kind](ctx, { archived }, page)
  return closePage(page, found, presentPlace<Kind>)
}

/** The place by its id, or by its slug where that is how others name it. */
export async function getPlace<Kind extends store.PlaceKind>(
  ctx: AnyContext,
  kind: Kind,
  by: { readonly id: number } | { readonly slug: string },
): Promise<{ data: PlaceOf<Kind> }> {
  const row =
    'id' in by
      ? await store.findPlace(ctx, kind, 'id', by.id)
      : await store.findPlace(ctx, kind, 'slug', by.slug)
  if (!row) throw notFound()
  return { data: presentPlace<Kind>(row) }
}

/** A place that is archived takes nothing new: it is a fault of the field that names it. */
export function requireOpen(field: string, place: { readonly archived_at: Date | null }): void {
  if (place.archived_at) throw invalidField(field, 'archived', 'is archived and takes nothing new')
}

/** A place as the API shows it. */
export const presentPlace = <Kind extends store.PlaceKind>(row: store.PlaceRow) =>
  ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    archived_at: nullableTimestamp(row.archived_at),
    ...(row.programs_allowed !== undefined && { programs_allowed: row.programs_allowed }),
  }) as PlaceOf<Kind>
