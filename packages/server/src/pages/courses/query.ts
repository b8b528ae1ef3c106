import type { Request } from 'express'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The slug that a request names; a text that no course can have is none. */
export const slugOf = ({ params }: Request): string => {
  const slug = String(params.slug)
  return slug.length <= 200 && SLUG.test(slug) ? slug : ''
}

/** The step that a request names: an activity, or a lesson that has none. */
export interface Asked {
  readonly name: string
  readonly activityId?: number | undefined
  readonly lessonId?: number | undefined
}

/** The step that a request names; a text that no step can have names none. */
export function stepOf({ params }: Request): Asked | undefined {
  const name = String(params.step)
  const [, lesson, id] = /^(lesson-)?([1-9]\d{0,14})$/.exec(name) ?? []
  if (id === undefined) return undefined
  return { name, ...(lesson ? { lessonId: Number(id) } : { activityId: Number(id) }) }
}
