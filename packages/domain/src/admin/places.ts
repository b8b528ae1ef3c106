import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { AnyContext } from '../kit/context.ts'
import { presentPlace } from '../core/places.ts'
import * as store from '../core/places.store.ts'
import { conflict, noSuch, notFound } from '../kit/problem.ts'
import { inOrder, rejectTakenSlug } from './places.rules.ts'

/** Forums, listing categories and file areas are managed alike, each by operations of its own. */

type Kind = store.PlaceKind

/** The most places of a kind in a partition: so many that nobody pages for long. */
const MOST = 500

export async function createPlace<K extends Kind>(
  ctx: AnyContext,
  kind: K,
  { slug, name, description = '', ...own }: components['schemas']['FileAreaCreate'],
) {
  if ((await store.countPlaces(ctx, kind)) >= MOST)
    throw conflict(`There are ${MOST} already, archived ones included.`)
  const place = { slug, name, description, ...own }
  const row = await store.insertPlace(ctx, kind, place).catch(rejectTakenSlug)
  audit(ctx, `${kind}.created`, { kind, id: row.id }, { after: place })
  return { data: presentPlace<K>(row) }
}

export async function updatePlace<K extends Kind>(
  ctx: AnyContext,
  kind: K,
  id: number,
  body: components['schemas']['FileAreaUpdate'],
) {
  const row = await lockPlace(ctx, kind, id)
  const { name, description, programs_allowed } = row
  const before = {
    ...{ name, description },
    ...(programs_allowed !== undefined && { programs_allowed }),
  }
  const after = { ...before, ...body }
  if (JSON.stringify(before) === JSON.stringify(after)) return { data: presentPlace<K>(row) }
  audit(ctx, `${kind}.updated`, { kind, id }, { before, after })
  return { data: presentPlace<K>(await store.updatePlace(ctx, kind, id, after)) }
}

export async function archivePlace<K extends Kind>(ctx: AnyContext, kind: K, id: number) {
  const row = await lockPlace(ctx, kind, id)
  if (row.archived_at) return { data: presentPlace<K>(row) }
  audit(ctx, `${kind}.archived`, { kind, id })
  return { data: presentPlace<K>(await store.updatePlace(ctx, kind, id, { archived_at: ctx.now })) }
}

export async function unarchivePlace<K extends Kind>(ctx: AnyContext, kind: K, id: number) {
  const row = await lockPlace(ctx, kind, id)
  if (!row.archived_at) return { data: presentPlace<K>(row) }
  audit(ctx, `${kind}.unarchived`, { kind, id })
  return { data: presentPlace<K>(await store.updatePlace(ctx, kind, id, { archived_at: null })) }
}

export async function orderPlaces(
  ctx: AnyContext,
  kind: Kind,
  asked: components['schemas']['PlaceOrder']['ids'],
) {
  const before = (await store.lockPlaces(ctx, kind)).map(({ id }) => id)
  const unknown = asked.findIndex((id) => !before.includes(id))
  if (unknown >= 0) throw noSuch(`ids[${unknown}]`)
  const ids = inOrder(before, asked)
  if (ids.join() === before.join()) return { data: { ids } }
  await store.setPlaceOrder(ctx, kind, ids)
  const change = { before: { ids: before }, after: { ids } }
  audit(ctx, `${kind}.ordered`, { kind, id: ids[0] as number }, change)
  return { data: { ids } }
}

async function lockPlace(ctx: AnyContext, kind: Kind, id: number): Promise<store.PlaceRow> {
  const row = await store.lockPlace(ctx, kind, id)
  if (!row) throw notFound()
  return row
}
