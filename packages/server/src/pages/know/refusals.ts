import type { Visit } from '../visit.ts'
import { framed } from './frame.ts'

/** A page that there is not. */
export const missingPage = (visit: Visit): string =>
  framed(visit, {
    title: 'There is no such page',
    path: '/know',
    isIndexed: false,
    content: `<h1>There is no such page</h1>
<p>It may have been deleted, or never written. <a href="/know/index">All pages</a> are listed, and the field above
searches them.</p>`,
  })
