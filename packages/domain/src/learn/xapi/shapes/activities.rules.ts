import { isObject, listOfAll, object, say, text, type Check, type Json } from './check.ts'
import { extensions, iri, languageMap } from './words.rules.ts'

const INTERACTIONS = new Set([
  ...['true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance'],
  ...['sequencing', 'likert', 'numeric', 'other'],
])

/** The lists of components, and the interactions that have them. */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  choices: ['choice', 'sequencing'],
  scale: ['likert'],
  source: ['matching'],
  target: ['matching'],
  steps: ['performance'],
}

const component = object({ id: text, description: languageMap }, ['id'])

/** Components, whose ids are distinct. */
const components: Check = (value, at, checking) => {
  listOfAll(component)(value, at, checking)
  if (!Array.isArray(value)) return
  const ids = value.map((each) => (isObject(each) ? each.id : undefined))
  if (new Set(ids).size < ids.length) say(checking, at, 'twice', 'must have distinct ids')
}

const fieldsOfDefinition = object({
  name: languageMap,
  description: languageMap,
  type: iri,
  moreInfo: iri,
  extensions,
  interactionType: text,
  correctResponsesPattern: listOfAll(text),
  ...Object.fromEntries(Object.keys(COMPONENTS).map((name) => [name, components])),
})

const definition: Check = (value, at, checking) => {
  fieldsOfDefinition(value, at, checking)
  if (!isObject(value)) return
  const kind = value.interactionType
  if (kind !== undefined && !INTERACTIONS.has(kind as string))
    say(checking, `${at}.interactionType`, 'enum', 'is no interaction type')
  if (kind === undefined && Object.hasOwn(value, 'correctResponsesPattern'))
    say(checking, `${at}.interactionType`, 'required', 'is required beside correctResponsesPattern')
  for (const [name, kinds] of Object.entries(COMPONENTS))
    if (Object.hasOwn(value, name) && !kinds.includes(kind as string))
      say(checking, `${at}.${name}`, 'not_allowed', `belongs to ${kinds.join(' and ')} alone`)
}

const fieldsOfActivity = object({ objectType: text, id: iri, definition }, ['id'])

export const activity: Check = (value, at, checking) => {
  fieldsOfActivity(value, at, checking)
  if (isObject(value) && value.objectType !== undefined && value.objectType !== 'Activity')
    say(checking, `${at}.objectType`, 'enum', 'must be Activity')
}

/** Activities of a context: a list, or one alone. */
const activities: Check = (value, at, checking) =>
  Array.isArray(value) ? listOfAll(activity)(value, at, checking) : activity(value, at, checking)

export const CONTEXT_ACTIVITIES = ['parent', 'grouping', 'category', 'other'] as const

export const contextActivities = object(
  Object.fromEntries(CONTEXT_ACTIVITIES.map((name) => [name, activities])),
)

/** The activities that a context has under one name, as a list. */
export function activitiesIn(context: unknown, name: string): Json[] {
  const all = isObject(context) ? context.contextActivities : undefined
  const value = isObject(all) ? all[name] : undefined
  return value === undefined ? [] : ([value].flat() as Json[])
}
