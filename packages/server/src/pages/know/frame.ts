import { escaped } from '@mobieus/domain/kit'
import { documentOf, type Framed } from '../document.ts'
import { signOutForm } from '../sign-out.ts'
import type { Visit } from '../visit.ts'
import { STYLE_PATH } from './style.ts'

/** A whole page in the look of the wiki. */
export const framed = (visit: Visit, page: Framed): string =>
  documentOf(visit, page, {
    stylePath: STYLE_PATH,
    head: '<link rel="alternate" type="application/atom+xml" title="Changes" href="/know/feed.atom">\n',
    top: `<a class="brand" href="/know">${escaped(visit.name)} · mobieusKnow</a>
<nav aria-label="Wiki"><a href="/know/index">All pages</a></nav>
<form role="search" action="/know/search"><input type="search" name="q" value="${escaped(page.asked ?? '')}" aria-label="Search the wiki" maxlength="200"><button>Search</button></form>${signOutForm(visit, '/know')}`,
  })
