import { isTime } from './times.rules.ts'
import { below, isObject, say, textThat, type Check } from './check.ts'

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/
// Characters that no IRI has (RFC 3987, 2.2), and a percent that begins no escape.
const NEVER = /[\s<>"{}|\\^`\x00-\x20\x7f]|%(?![0-9A-Fa-f]{2})/

/** Whether a text is an IRI with a scheme. */
export const isIri = (value: string): boolean =>
  SCHEME.test(value) && !NEVER.test(value) && value.length > value.indexOf(':') + 1

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const EMAIL = /^mailto:[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/i
// RFC 5646, 2.1, with extensions and private use; the registry is not asked.
const LANGUAGE = new RegExp(
  '^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})' +
    '(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*' +
    '(?:-[a-wy-z\\d](?:-[a-z\\d]{2,8})+)*(?:-x(?:-[a-z\\d]{1,8})+)?|x(?:-[a-z\\d]{1,8})+|i-[a-z\\d-]+)$',
  'i',
)
const DURATION =
  /^P(?=[\dT])(?:\d+(?:[.,]\d+)?W|(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;.*)?$/

export const iri = textThat(isIri, 'iri', 'must be an IRI with its scheme')
export const uuid = textThat((value) => UUID.test(value), 'uuid', 'must be a UUID')
export const mailbox = textThat(
  (value) => EMAIL.test(value),
  'mbox',
  'must be mailto: and an address',
)
export const sha1 = textThat(
  (value) => /^[0-9a-f]{40}$/i.test(value),
  'sha1',
  'must be a SHA-1 in hexadecimal',
)
export const sha2 = textThat(
  (value) => /^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value),
  'sha2',
  'must be a SHA-2 in hexadecimal',
)
export const language = textThat(
  (value) => LANGUAGE.test(value),
  'language',
  'must be a language tag',
)
export const duration = textThat((value) => DURATION.test(value), 'duration', 'must be a duration')
export const mediaType = textThat(
  (value) => MEDIA_TYPE.test(value),
  'media_type',
  'must be a media type',
)

export const time = textThat(isTime, 'timestamp', 'must be a time with its date')

/** Texts by their languages. */
export const languageMap: Check = (value, at, checking) => {
  if (!isObject(value)) return say(checking, at, 'type', 'must be a language map')
  for (const [tag, each] of Object.entries(value)) {
    if (!LANGUAGE.test(tag)) say(checking, below(at, tag), 'language', 'must be a language tag')
    if (typeof each !== 'string') say(checking, below(at, tag), 'type', 'must be a string')
  }
}

/** Anything by IRIs; the one place where null is a value. */
export const extensions: Check = (value, at, checking) => {
  if (!isObject(value)) return say(checking, at, 'type', 'must be an object')
  for (const key of Object.keys(value))
    if (!isIri(key)) say(checking, below(at, key), 'iri', 'must be an IRI with its scheme')
}
