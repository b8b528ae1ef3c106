/** ADL's verbs of what a learner does in a package, for SCORM's profile of xAPI as for cmi5 (9.3). */
export const VERBS = {
  launched: 'http://adlnet.gov/expapi/verbs/launched',
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const

/** The account of a learner, by which statements know the learner. */
export const accountOf = (origin: string, username: string) => ({
  homePage: origin,
  name: username,
})

/** The address of an activity, as statements call it. */
export const activityIdOf = (origin: string, id: number): string =>
  `${origin}/learn/activities/${id}`

/** The address of an item or block of the package that an activity plays. */
export const itemIdOf = (origin: string, id: number, identifier: string): string =>
  `${activityIdOf(origin, id)}/items/${encodeURIComponent(identifier)}`
