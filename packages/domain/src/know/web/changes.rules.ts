import { diffOf, htmlOf } from '../revisions/diff.rules.ts'

/** The changes between two texts, word by word, as HTML. */
export const shownDiff = (before: string, after: string): string =>
  htmlOf(diffOf(before, after, 'words').parts)
