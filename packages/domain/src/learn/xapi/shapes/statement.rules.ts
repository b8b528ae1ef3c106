import { activity, contextActivities } from './activities.rules.ts'
import { actor, agent, authority, group } from './agents.rules.ts'
import {
  below,
  boolean,
  isObject,
  listOfAll,
  number,
  object,
  say,
  text,
  textThat,
  wholeNumber,
  type Check,
  type Checking,
} from './check.ts'
import {
  duration,
  extensions,
  iri,
  language,
  languageMap,
  mediaType,
  sha2,
  time,
  uuid,
} from './words.rules.ts'

/** The verb by which a statement voids another. */
export const VOIDED = 'http://adlnet.gov/expapi/verbs/voided'

const verb = object({ id: iri, display: languageMap }, ['id'])

const only = (value: string): Check =>
  textThat((each) => each === value, 'enum', `must be ${value}`)

const statementRef = object({ objectType: only('StatementRef'), id: uuid }, ['objectType', 'id'])

const fieldsOfScore = object({ scaled: number, raw: number, min: number, max: number })

const score: Check = (value, at, checking) => {
  fieldsOfScore(value, at, checking)
  if (!isObject(value)) return
  const { scaled, raw, min, max } = value as Record<string, number | undefined>
  if (scaled !== undefined && !(scaled >= -1 && scaled <= 1))
    say(checking, `${at}.scaled`, 'range', 'must be from -1 to 1')
  if (min !== undefined && max !== undefined && !(min < max))
    say(checking, `${at}.min`, 'range', 'must be less than max')
  if (raw !== undefined && ((min !== undefined && raw < min) || (max !== undefined && raw > max)))
    say(checking, `${at}.raw`, 'range', 'must be from min to max')
}

const result = object({
  score,
  success: boolean,
  completion: boolean,
  response: text,
  duration,
  extensions,
})

const relevantTypes: Check = (value, at, checking) => {
  listOfAll(iri)(value, at, checking)
  if (Array.isArray(value) && value.length === 0) say(checking, at, 'empty', 'must not be empty')
}

const contextAgents = listOfAll(
  object({ objectType: only('contextAgent'), agent, relevantTypes }, ['objectType', 'agent']),
)
const contextGroups = listOfAll(
  object({ objectType: only('contextGroup'), group, relevantTypes }, ['objectType', 'group']),
)

const fieldsOfContext = {
  ...{ registration: uuid, instructor: actor, team: group, contextActivities },
  ...{ revision: text, platform: text, language, statement: statementRef, extensions },
}
const contextOf = {
  '1.0.3': object(fieldsOfContext),
  '2.0.0': object({ ...fieldsOfContext, contextAgents, contextGroups }),
}

/** A context; revision and platform are those of an activity. */
function context(value: unknown, at: string, checking: Checking, isOfActivity: boolean): void {
  contextOf[checking.version](value, at, checking)
  if (!isObject(value) || isOfActivity) return
  for (const name of ['revision', 'platform'])
    if (Object.hasOwn(value, name))
      say(checking, below(at, name), 'not_allowed', 'belongs to statements about an activity')
}

const fieldsOfAttachment = object(
  {
    ...{ usageType: iri, display: languageMap, description: languageMap, contentType: mediaType },
    ...{ length: wholeNumber, sha2, fileUrl: iri },
  },
  ['usageType', 'display', 'contentType', 'length', 'sha2'],
)

const anything: Check = () => undefined
const fieldsOfBoth = {
  ...{ actor, verb, object: anything, result, context: anything, timestamp: time },
  attachments: listOfAll(fieldsOfAttachment),
}
const REQUIRED = ['actor', 'verb', 'object']

const version: Check = (value, at, checking) => {
  const holds = checking.version === '2.0.0' ? /^(?:1\.0|2\.0)(?:\.\d+)?$/ : /^1\.0(?:\.\d+)?$/
  textThat((each) => holds.test(each), 'version', 'must be a version that the request speaks')(
    value,
    at,
    checking,
  )
}

const fieldsOfSubStatement = object({ objectType: text, ...fieldsOfBoth }, REQUIRED)
const fieldsOfStatement = object(
  { id: uuid, stored: time, authority, version, ...fieldsOfBoth },
  REQUIRED,
)

/** A statement by all the rules of its version. */
export const statement: Check = (value, at, checking) => {
  fieldsOfStatement(value, at, checking)
  if (!isObject(value)) return
  const { object: target } = value
  objectOf(value, target, at, checking, true)
  const isVoiding = isObject(value.verb) && value.verb.id === VOIDED
  if (isVoiding && !(isObject(target) && target.objectType === 'StatementRef'))
    say(checking, below(at, 'object'), 'voiding', 'must refer to a statement')
}

const subStatement: Check = (value, at, checking) => {
  fieldsOfSubStatement(value, at, checking)
  if (isObject(value)) objectOf(value, value.object, at, checking, false)
}

/** The object of a statement by its objectType, and the context, which depends on it. */
function objectOf(
  { context: around }: Record<string, unknown>,
  value: unknown,
  at: string,
  checking: Checking,
  mayNest: boolean,
): void {
  const kind = isObject(value)
    ? Object.hasOwn(value, 'objectType')
      ? value.objectType
      : 'Activity'
    : undefined
  const check = checkOf(kind, mayNest)
  if (value !== undefined) {
    if (check) check(value, below(at, 'object'), checking)
    else if (isObject(value))
      say(checking, below(at, 'object.objectType'), 'enum', 'is no type of an object')
    else say(checking, below(at, 'object'), 'type', 'must be an object')
  }
  if (around !== undefined) context(around, below(at, 'context'), checking, kind === 'Activity')
}

function checkOf(kind: unknown, mayNest: boolean): Check | undefined {
  if (kind === 'Activity') return activity
  if (kind === 'Agent') return agent
  if (kind === 'Group') return group
  if (kind === 'StatementRef') return statementRef
  return kind === 'SubStatement' && mayNest ? subStatement : undefined
}
