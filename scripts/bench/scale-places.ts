import type { ScaleTenant } from './scale-fill.ts'
import { get, list, write, type ScaleRow } from './scale-requests.ts'

const admin = '/api/admin'

interface Places {
  readonly one: 'FileArea' | 'Forum' | 'ListingCategory'
  readonly many: 'FileAreas' | 'Forums' | 'ListingCategories'
  readonly path: string
  readonly name: (tenant: ScaleTenant) => string | number
  readonly id: (tenant: ScaleTenant) => number
}

const PLACES: readonly Places[] = [
  {
    ...{ one: 'FileArea', many: 'FileAreas', path: 'file-areas' },
    name: () => 'images',
    id: (t) => t.area,
  },
  {
    ...{ one: 'Forum', many: 'Forums', path: 'forums' },
    name: () => 'forum-7',
    id: (t) => t.from.forums + 1,
  },
  {
    ...{ one: 'ListingCategory', many: 'ListingCategories', path: 'listing-categories' },
    name: (t) => t.category,
    id: (t) => t.category,
  },
]

const managed = ({ one, many, path, name, id }: Places): ScaleRow[] => {
  const at = (done: string) => (t: ScaleTenant) => `${admin}/${path}/${id(t)}${done}`
  const before = (done: string) => (t: ScaleTenant) => ({
    path: at(done)(t),
    body: {},
    session: true,
  })
  return [
    ...list(`list${many}`, `/api/v1/${path}`),
    get(`get${one}`, (t) => `/api/v1/${path}/${name(t)}`),
    write(`create${one}`, `${admin}/${path}`, (_: ScaleTenant, n: number) => ({
      slug: `place-${n}`,
      name: `Place ${n}`,
    })),
    write(`update${one}`, at(''), (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` })),
    write(`archive${one}`, at('/archive'), {}, { before: before('/unarchive') }),
    write(`unarchive${one}`, at('/unarchive'), {}, { before: before('/archive') }),
    write(`order${many}`, `${admin}/${path}/order`, (t: ScaleTenant, n: number) => ({
      ids: n % 2 === 0 ? [id(t), id(t) + 1] : [id(t) + 1, id(t)],
    })),
  ]
}

/** Forums, listing categories and file areas: lists, gets and what administrators do. */
export const PLACE_ROWS: readonly ScaleRow[] = PLACES.flatMap(managed)
