import { addressParser } from 'postal-mime'
import { oneLine } from './text.rules.ts'

/** An address with the name that stands beside it; an empty one where there is none. */
export interface Mailbox {
  readonly email: string
  readonly name: string
}

const ENCODED = String.raw`=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,200}\?=`
const QUOTED_OR_ENCODED = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|${ENCODED}(?:\\s+${ENCODED})*`, 'g')
// The form that mail servers take (RFC 5321 4.1.2), without quoted local parts, with other scripts (RFC 6531).
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,64}@[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,255}$/
const MOST_ADDRESSES = 100
const MOST_CHARACTERS = 20_000

/**
 * The mailboxes of an address field (RFC 5322 3.4), those of groups included. Encoded words are decoded after the
 * field is taken apart: a comma or a colon inside one belongs to the name.
 */
export function mailboxesOf(field: string): Mailbox[] {
  const guarded = field
    .slice(0, MOST_CHARACTERS)
    .replace(QUOTED_OR_ENCODED, (part) => (part.startsWith('"') ? part : `"${part}"`))
  return addressParser(guarded, { flatten: true })
    .slice(0, MOST_ADDRESSES)
    .flatMap(({ address = '', name }) => {
      const email = address.trim()
      if (!ADDRESS.test(email) || email.length > 254) return []
      return [{ email, name: oneLine(name, 100) }]
    })
}

/** The first mailbox of a field; `undefined` where it has none that could be answered. */
export const mailboxOf = (field: string | undefined): Mailbox | undefined =>
  field === undefined ? undefined : mailboxesOf(field)[0]

/** Whether two addresses are one: neither domain nor local part differ by their letters' case. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()

/** The domain of an address, in lower case. */
export const domainOf = (email: string): string =>
  email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** The local part of an address, in lower case. */
export const localPartOf = (email: string): string =>
  email.slice(0, email.lastIndexOf('@')).toLowerCase()
