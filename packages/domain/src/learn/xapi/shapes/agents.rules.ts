import { isObject, listOfAll, object, say, text, type Check, type Json } from './check.ts'
import { iri, mailbox, sha1 } from './words.rules.ts'

const account = object({ homePage: iri, name: text }, ['homePage', 'name'])
/** The members by any of which an agent is identified. */
export const IDENTIFIERS = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const
const identifiers = { mbox: mailbox, mbox_sha1sum: sha1, openid: iri, account }

const fieldsOfAgent = object({ objectType: text, name: text, ...identifiers })

const countIdentifiers = (value: Json): number =>
  IDENTIFIERS.filter((name) => Object.hasOwn(value, name)).length

/** An agent: exactly one identifier. */
export const agent: Check = (value, at, checking) => {
  fieldsOfAgent(value, at, checking)
  if (!isObject(value)) return
  if (Object.hasOwn(value, 'objectType') && value.objectType !== 'Agent')
    say(checking, `${at}.objectType`, 'enum', 'must be Agent')
  const count = countIdentifiers(value)
  if (count !== 1) say(checking, at, 'identifier', 'must have exactly one identifier')
}

const fieldsOfGroup = object(
  { objectType: text, name: text, member: listOfAll(agent), ...identifiers },
  ['objectType'],
)

/** A group: one identifier at most, and members where it has none. */
export const group: Check = (value, at, checking) => {
  fieldsOfGroup(value, at, checking)
  if (!isObject(value)) return
  if (value.objectType !== 'Group') say(checking, `${at}.objectType`, 'enum', 'must be Group')
  const count = countIdentifiers(value)
  if (count > 1) say(checking, at, 'identifier', 'must have one identifier at most')
  if (count === 0 && !(Array.isArray(value.member) && value.member.length > 0))
    say(checking, at, 'required', 'must have an identifier, or members')
}

/** An agent or a group, by its objectType. */
export const actor: Check = (value, at, checking) =>
  isObject(value) && value.objectType === 'Group'
    ? group(value, at, checking)
    : agent(value, at, checking)

/** An agent, or two of them as a group without a name: the application and its user (xAPI, Data 2.4.9). */
export const authority: Check = (value, at, checking) => {
  actor(value, at, checking)
  if (!isObject(value) || value.objectType !== 'Group') return
  const members = Array.isArray(value.member) ? value.member.length : 0
  if (countIdentifiers(value) > 0 || members !== 2)
    say(checking, at, 'authority', 'must be an agent, or a group of two without an identifier')
}

/** The identifier of an agent or group as one text; `undefined` of an anonymous group. */
export function identifierOf(value: Json): string | undefined {
  if (typeof value.mbox === 'string') return `mbox ${value.mbox}`
  if (typeof value.mbox_sha1sum === 'string') return `sha1 ${value.mbox_sha1sum.toLowerCase()}`
  if (typeof value.openid === 'string') return `openid ${value.openid}`
  if (!isObject(value.account)) return undefined
  return `account ${JSON.stringify([value.account.homePage, value.account.name])}`
}

/** The agents and groups of a context with what they are relevant for (xAPI 2.0, 4.2.2). */
export const relevantIn = ({ contextAgents, contextGroups }: Json): Json[] =>
  ([contextAgents ?? [], contextGroups ?? []] as Json[][]).flat().filter(isObject)
