import { randomBytes } from 'node:crypto'
import type { Resource } from '../schema/resources.ts'
import { isComplex } from '../schema/values.ts'

/**
 * The names of a member in the community. They follow from what the provider says of the person, and never from an
 * address, which is nobody's business there.
 */

const MOST_OF_A_NAME = 100
const MOST_OF_A_USERNAME = 30
const LEAST_OF_A_USERNAME = 3

const textAt = (value: unknown, name: string): string => {
  const text = isComplex(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return typeof text === 'string' ? text : ''
}

/** One visible line, without marks that change the direction of what follows. */
const lineOf = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

/** The name that the community shows. */
export function displayNameOf(resource: Resource, username: string): string {
  const { name } = resource
  const parts = [textAt(name, 'givenName'), textAt(name, 'familyName')]
  const said = [
    textAt(resource, 'displayName'),
    textAt(name, 'formatted'),
    parts.join(' '),
    textAt(resource, 'nickName'),
  ]
  const line = said.map(lineOf).find((each) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(each)) ?? username
  return [...line].slice(0, MOST_OF_A_NAME).join('').trim()
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')

/** A username that the resource suggests; without a name it is `member` and a number. */
export function usernameOf(resource: Resource): string {
  const { name } = resource
  const userName = textAt(resource, 'userName')
  const said = [
    `${textAt(name, 'givenName')} ${textAt(name, 'familyName')}`,
    textAt(resource, 'displayName'),
    textAt(resource, 'nickName'),
    userName.includes('@') ? '' : userName,
  ]
  const found = said.filter((each) => !each.includes('@')).map(plain)
  const long = found.find((each) => each.length >= LEAST_OF_A_USERNAME)
  return long ? cut(long, MOST_OF_A_USERNAME) : anotherUsername('member')
}

const cut = (text: string, length: number) => text.slice(0, length).replace(/\.+$/, '')

const SUFFIX_BYTES = 4

/** The same with a random ending, for one that is taken. */
export const anotherUsername = (username: string): string =>
  `${cut(username, MOST_OF_A_USERNAME - 2 * SUFFIX_BYTES - 1)}-${randomBytes(SUFFIX_BYTES).toString('hex')}`

/** The member's address: the primary one, or else the first; `null` where none is one. */
export function emailOf({ emails }: Resource): string | null {
  const all = Array.isArray(emails) ? emails : []
  const [first] = all.filter((each) => isComplex(each) && each.primary === true).concat(all)
  const address = textAt(first, 'value').trim()
  return /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 254 ? address : null
}
