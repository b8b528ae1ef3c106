import { escaped } from '@mobieus/domain/kit'

/** The way back to a page, from what is about it; `rest` is HTML. */
export const crumbs = (slug: string, title: string, rest = ''): string =>
  `<p class="crumbs"><a href="/know/${slug}">${escaped(title)}</a>${rest}</p>`
