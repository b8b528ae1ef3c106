import type { Request } from 'express'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The slug that a request names; a text that no course can have is none. */
export const slugOf = ({ params }: Request): string => {
  const slug = String(params.slug)
  return slug.length <= 200 && SLUG.test(slug) ? slug : ''
}
