/** Entity tags and the conditions on them (RFC 9110, 8.8.3 and 13.1). */

const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/
const LIST = new RegExp(`^[ \\t,]*(?:${TAG.source}[ \\t]*(?:,[ \\t,]*|$))+$`)

/**
 * The tags that an `If-Match` or `If-None-Match` lists; `*` for any. A comma inside a tag belongs to it.
 * `undefined` for what is neither.
 */
export function parseTags(header: string): readonly string[] | '*' | undefined {
  const text = header.trim()
  if (text === '*') return '*'
  return LIST.test(text) ? text.match(new RegExp(TAG, 'g'))! : undefined
}

const opaque = (tag: string): string => (tag.startsWith('W/') ? tag.slice(2) : tag)

/**
 * Whether `If-None-Match` holds: none of its tags, compared weakly, is the current one; with `*` there
 * must be nothing. A malformed header names no tag, and so holds.
 */
export function holdsIfNoneMatch(header: string, current: string | undefined): boolean {
  if (current === undefined) return true
  const tags = parseTags(header) ?? []
  return tags !== '*' && !tags.some((tag) => opaque(tag) === opaque(current))
}

/**
 * Whether `If-Match` holds: one of its tags is the current one, compared strongly, so that a weak tag
 * equals none. With `*` there must be something. SCIM compares weakly (RFC 7644, 3.14).
 */
export function holdsIfMatch(
  header: string,
  current: string | undefined,
  how: 'strongly' | 'weakly' = 'strongly',
): boolean {
  if (current === undefined) return false
  const tags = parseTags(header) ?? []
  if (tags === '*') return true
  if (how === 'weakly') return tags.some((tag) => opaque(tag) === opaque(current))
  return !current.startsWith('W/') && tags.includes(current)
}
