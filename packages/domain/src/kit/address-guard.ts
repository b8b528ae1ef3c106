import type { LookupAddress } from 'node:dns'
import { Resolver, lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * The addresses that the platform may be told to connect to: public ones, over HTTPS. The rules are
 * asked when a URL is registered, and again for every connection, because a name can be made to lead
 * elsewhere later.
 */

/** Why a URL may not be called. */
export interface UrlFault {
  readonly code: 'url' | 'https_only' | 'blocked_address'
  readonly message: string
}

/** Every address of a host name; throws when there is none. */
export type ResolveHost = (host: string) => Promise<string[]>

/** The rules, with or without an exception for development. */
export interface AddressGuard {
  /** The fault of the URL as it is written: scheme, host, port, a literal address. */
  urlFault(url: string): UrlFault | undefined
  /** Whether a connection to this address may be made. */
  allows(address: string): boolean
  /** The host's addresses, all of them allowed; throws `BlockedAddressError` when one is not. */
  resolve(host: string): Promise<string[]>
}

/** A host name leads to an address that may not be connected to. */
export class BlockedAddressError extends Error {
  readonly code = 'EBLOCKED'
  constructor(host: string) {
    super(`${host} leads to an address that may not be called`)
    this.name = 'BlockedAddressError'
  }
}

/** `allowPrivate` lets plain HTTP and every address pass: for development, never for production. */
export function createAddressGuard({
  allowPrivate,
  resolve = allowPrivate ? resolveLocally : resolvePublicly,
}: {
  readonly allowPrivate: boolean
  readonly resolve?: ResolveHost
}): AddressGuard {
  const allows = (address: string) => allowPrivate || isPublicAddress(address)
  return {
    urlFault: (url) => urlFault(url, allowPrivate),
    allows,
    async resolve(host) {
      const addresses = ipaddr.isValid(host) ? [host] : await resolve(host)
      if (!addresses.every(allows)) throw new BlockedAddressError(host)
      return addresses
    },
  }
}

type Found = (error: Error | null, address?: string | LookupAddress[], family?: number) => void

/** As `dns.lookup`, through the guard: a connection is made to an address that was checked. */
export const guardedLookup =
  (guard: AddressGuard) =>
  (host: string, options: { readonly all?: boolean }, found: Found): void => {
    guard.resolve(host).then((addresses) => {
      const all = addresses.map((address) => ({ address, family: isIP(address) }))
      const [first] = all
      if (options.all) found(null, all)
      else found(null, first?.address, first?.family)
    }, found)
  }

/** The fault of a URL as it is written and, should its host resolve by now, with its addresses. */
export async function findUrlFault(
  guard: AddressGuard,
  url: string,
): Promise<UrlFault | undefined> {
  const fault = guard.urlFault(url)
  if (fault) return fault
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  // A name that does not resolve today may do so tomorrow; every delivery asks again.
  const error = await guard.resolve(host).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof BlockedAddressError ? blocked : undefined
}

const blocked: UrlFault = { code: 'blocked_address', message: 'must lead to a public address' }
const malformed = (message: string): UrlFault => ({ code: 'url', message })

function urlFault(text: string, allowPrivate: boolean): UrlFault | undefined {
  // Characters that URL parsers read in different ways: white space, control characters, backslashes.
  if (/[\s\\]|[^\x20-\x7e]/.test(text)) return malformed('must be a URL in plain ASCII')
  if (!URL.canParse(text)) return malformed('must be a URL')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    return { code: 'https_only', message: 'must begin with https://' }
  // Three slashes, or none, are forgiven by some parsers only.
  if (!/^https?:\/\/[^/]/i.test(text)) return malformed('must be a URL with a host')
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(text))
    return malformed('must not contain a user name or password')
  if (url.hash !== '') return malformed('must not contain a fragment')
  if (allowPrivate) return undefined
  return portFault(url.port) ?? hostFault(url.hostname)
}

/** Ports above 1023 that browsers refuse as well, because something else than HTTP answers there. */
const BAD_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080, 11211,
])

function portFault(port: string): UrlFault | undefined {
  if (port === '') return undefined
  if (Number(port) >= 1024 && !BAD_PORTS.has(Number(port))) return undefined
  return { code: 'blocked_address', message: 'must use port 443, or one above 1023' }
}

/** Names that only mean something inside a network, and services that answer with any address. */
const INNER = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'arpa',
  'onion',
  'invalid',
  'nip.io',
  'sslip.io',
  'xip.io',
  'localtest.me',
  'lvh.me',
  'vcap.me',
  'lacolhost.com',
  'rbndr.us',
  '1u.ms',
]
/** First labels under which clouds publish an instance's secrets. */
const METADATA = new Set(['metadata', 'instance-data', 'instance-metadata'])

function hostFault(host: string): UrlFault | undefined {
  const literal = host.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(literal)) return isPublicAddress(literal) ? undefined : blocked
  if (host.endsWith('.')) return malformed('must not have a host that ends in a dot')
  const labels = host.split('.')
  if (
    labels.length < 2 ||
    labels.some((label) => !/^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))
  )
    return blocked
  const inner = INNER.some((name) => host === name || host.endsWith(`.${name}`))
  return inner || METADATA.has(labels[0] as string) ? blocked : undefined
}

/** Public by every list, and yet a cloud's own: Azure's wire server. */
const CLOUD = new Set(['168.63.129.16'])
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3')
/**
 * The special ranges among the global addresses: IETF protocols with Teredo, documentation, 6to4, AS112 and
 * documentation once more.
 */
const SPECIAL_V6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
].map((range) => ipaddr.IPv6.parseCIDR(range))

/**
 * Whether anybody on the internet may own this address. Addresses that carry an IPv4 address inside
 * (mapped, compatible, NAT64, 6to4, Teredo) are refused whatever they carry.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (!(parsed instanceof ipaddr.IPv6))
    return parsed.range() === 'unicast' && !CLOUD.has(parsed.toString())
  return (
    parsed.zoneId === undefined &&
    parsed.match(GLOBAL_V6) &&
    !SPECIAL_V6.some((range) => parsed.match(range))
  )
}

/**
 * Asks the name servers themselves, not getaddrinfo: its few threads would let one hanging name
 * server delay everybody else's names.
 */
async function resolvePublicly(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const addresses = found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  if (addresses.length > 0) return addresses
  throw (found[0] as PromiseRejectedResult).reason
}

/** In development names may also come from the machine's own list of hosts. */
const resolveLocally = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)
