const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** The most letters of a slug. */
export const LONGEST_SLUG = 200
/** Pages of ours below `/know/`, which are no wiki pages; the contract's `KnowSlug` names them as well. */
const OURS = new Set(['search', 'index'])

/** Whether a page may have a slug. */
export const isSlug = (text: string): boolean =>
  text.length <= LONGEST_SLUG && SLUG.test(text) && !OURS.has(text)
