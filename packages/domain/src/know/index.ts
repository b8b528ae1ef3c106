import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import { anchoring } from './comments/anchoring.ts'
import * as comments from './comments/comments.ts'
import { commentList } from './comments/comments.store.ts'
import { purgeExport } from './exports/export-purge.ts'
import { exporting } from './exports/exporting.ts'
import { EXPORTS } from './exports/exports.rules.ts'
import * as exports from './exports/exports.ts'
import { exportList } from './exports/exports.store.ts'
import { importPurge } from './imports/import-purge.ts'
import { importing } from './imports/importing.ts'
import * as imports from './imports/imports.ts'
import { importList, isImportWaiting } from './imports/imports.store.ts'
import { resultList } from './imports/results.store.ts'
import * as links from './links/links.ts'
import { backlinkList, brokenLinkList } from './links/links.store.ts'
import { relinking } from './links/relinking.ts'
import * as pages from './pages/pages.ts'
import { pageList } from './pages/pages.store.ts'
import { taggedList } from './pages/tags.store.ts'
import { reviewClock } from './reviews/reviewing.ts'
import * as reviews from './reviews/reviews.ts'
import { reviewList } from './reviews/reviews.store.ts'
import { getKnowDiff } from './revisions/diff.ts'
import * as revisions from './revisions/revisions.ts'
import { revisionList } from './revisions/revisions.store.ts'
import { searchKnow } from './search/search.ts'
import { textsPurge } from './search/texts-purge.ts'
import { approvals } from './settings.ts'
import { knowPurge } from './trash/purging.ts'
import * as votes from './votes/votes.ts'
import { webAudience } from './web/settings.ts'
import * as trash from './trash/trash.ts'
import { trashList } from './trash/trash.store.ts'

export { anchoring } from './comments/anchoring.ts'
export { commentList } from './comments/comments.store.ts'
export { expiryOf, exportKeyOf } from './exports/exports.rules.ts'
export { purgeExport } from './exports/export-purge.ts'
export { importList } from './imports/imports.store.ts'
export { resultList as importResultList } from './imports/results.store.ts'
export { exportList } from './exports/exports.store.ts'
export { fileOf } from './files/front-matter.rules.ts'
export { writeZip } from './files/zip.ts'
export { backlinkList, brokenLinkList } from './links/links.store.ts'
export { enlistPage } from './pages/changes.ts'
export { findPage, pageList } from './pages/pages.store.ts'
export { isSlug } from './pages/slugs.rules.ts'
export { taggedList } from './pages/tags.store.ts'
export { targetsOf } from './links/targets.rules.ts'
export { readingMinutesOf, tagKeyOf, wordsOf } from './pages/pages.rules.ts'
export { shownDiff } from './revisions/diff.rules.ts'
export { noteDue, reviewClock } from './reviews/reviewing.ts'
export { reviewList } from './reviews/reviews.store.ts'
export { revisionList } from './revisions/revisions.store.ts'
export { foldedOf, gramsOf } from './search/folding.rules.ts'
export { noteDeletion } from './trash/purging.ts'
export { trashList } from './trash/trash.store.ts'
export { linksOf, renderMarkdown, type Heading, type Rendered } from './markdown/index.ts'
export type { Thread } from './web/discussion.store.ts'
export {
  findShownDiscussion,
  findShownHistory,
  findShownPage,
  findShownRevision,
  listParts,
  listPlaces,
  listShownPages,
  type IndexPlace,
  type ListedPage,
  type ShownDiscussion,
  type ShownHistory,
  type ShownPage,
  type ShownRevision,
} from './web/pages.store.ts'
export { searchShownPages } from './web/search.ts'
export { webAudience } from './web/settings.ts'

const { listBrokenKnowLinks, listKnowBacklinks } = links

const handlers = {
  ...{ listBrokenKnowLinks, listKnowBacklinks },
  ...comments,
  ...exports,
  ...imports,
  ...pages,
  ...reviews,
  ...revisions,
  getKnowDiff,
  searchKnow,
  ...trash,
  ...votes,
} satisfies Handlers<'know'>

export const know = surface('know', {
  handlers,
  lists: [
    ...[
      backlinkList,
      brokenLinkList,
      commentList,
      exportList,
      importList,
      pageList,
      reviewList,
      revisionList,
      taggedList,
    ],
    ...[resultList, trashList],
  ],
  tasks: [anchoring, exporting, importing, purgeExport, relinking],
  every: [{ minutes: 1, chore: reviewClock }],
  purges: [importPurge, knowPurge, textsPurge],
  settings: [approvals, webAudience],
  storage: { folders: [EXPORTS], awaits: isImportWaiting },
  moderatorScopes: ['know:read', 'know:write'],
})
