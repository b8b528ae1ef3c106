import { escaped } from '@mobieus/domain/kit'
import { documentOf, type Framed } from '../document.ts'
import { signOutForm } from '../sign-out.ts'
import type { Visit } from '../visit.ts'
import { STYLE_PATH } from './style.ts'

const PLACES = [
  ['/learn/courses', 'All courses'],
  ['/learn/my', 'My learning'],
] as const

/** A whole page in the look of the learner pages. */
export const framed = (visit: Visit, page: Framed): string =>
  documentOf(visit, page, {
    stylePath: STYLE_PATH,
    top: `<a class="brand" href="/learn/courses">${escaped(visit.name)} · mobieusLearn</a>
<nav aria-label="Learning">${PLACES.map(([path, label]) => linkTo(path, label, page.path)).join('')}</nav>
<form role="search" action="/learn/courses"><input type="search" name="q" value="${escaped(page.asked ?? '')}" aria-label="Search the courses" maxlength="200"><button>Search</button></form>${signOutForm(visit, '/learn')}`,
  })

const linkTo = (path: string, label: string, current: string): string =>
  `<a href="${path}"${path === current ? ' aria-current="page"' : ''}>${label}</a>`
