import { tagKeyOf, type IndexPlace, type ListedPage } from '@mobieus/domain/know'
import { textOf } from '../query.ts'

/** A tag as it was asked for, and as pages are found by it: in lower case, with hyphens. */
export function tagOf(value: unknown): { text: string; key: string } | undefined {
  const text = textOf(value)
  return text ? { text, key: tagKeyOf(text) } : undefined
}

/** The place after which a list goes on; a text that names none is the beginning. */
export function placeOf(value: unknown): IndexPlace | undefined {
  const [, time = '', id = ''] = /^(\d{1,15})-(\d{1,15})$/.exec(textOf(value)) ?? []
  const updatedAt = new Date(Number(time))
  return time && !Number.isNaN(updatedAt.getTime()) ? { updatedAt, id: Number(id) } : undefined
}

/** The query that goes on after a page. */
export const nextOf = ({ updated_at: at, id }: ListedPage, tag: string | undefined): string =>
  new URLSearchParams({ ...(tag ? { tag } : {}), after: `${at.getTime()}-${id}` }).toString()
