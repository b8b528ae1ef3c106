import { statSync } from 'node:fs'
import path from 'node:path'

/**
 * Readers of environment variables, one for each kind of value. An invalid value is refused in a
 * sentence that names the variable.
 */
type Env = NodeJS.ProcessEnv

/** A text; `undefined` where the variable is not set. An empty one is not what anybody means. */
export function text(env: Env, name: string): string | undefined {
  const value = env[name]
  if (value === '') throw new Error(`${name} is empty; leave it out or give it a value`)
  return value
}

/** A secret that is sent in a header: visible ASCII characters. It is not repeated in the sentence. */
export function token(env: Env, name: string): string | undefined {
  const value = text(env, name)
  if (value !== undefined && !/^[\x21-\x7e]+$/.test(value))
    throw new Error(`${name} must be visible ASCII characters, without blanks`)
  return value
}

/** A whole number within bounds, in digits alone. */
export function whole(
  env: Env,
  name: string,
  otherwise: number,
  { least = 0, most = 999_999_999 } = {},
): number {
  const value = text(env, name)
  if (value === undefined) return otherwise
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN
  if (!(number >= least && number <= most))
    throw new Error(`${name} must be a number from ${least} to ${most}, not ${value}`)
  return number
}

/** `1` for yes, `0` for no. */
export function flag(env: Env, name: string): boolean {
  const value = text(env, name)
  if (value === undefined || value === '0') return false
  if (value !== '1') throw new Error(`${name} must be 0 or 1, not ${value}`)
  return true
}

/** One of these words. */
export function oneOf<const Word extends string>(
  env: Env,
  name: string,
  known: readonly Word[],
): Word | undefined {
  const value = text(env, name)
  const word = known.find((each) => each === value)
  if (value !== undefined && word === undefined)
    throw new Error(`${name} must be one of ${known.join(', ')}, not ${value}`)
  return word
}

/** The URL of something that is called over HTTP. It is not repeated: many a URL is a secret. */
export function httpUrl(env: Env, name: string): string | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\//.test(value) || url.hash !== '')
    throw new Error(`${name} must be a URL such as https://host.example/path`)
  if (url.username !== '' || url.password !== '')
    throw new Error(
      `${name} may not hold a user and a password: no request could be made with them`,
    )
  return value
}

/** The URL of a mail server. It is not repeated: it holds a password. */
export function smtpUrl(env: Env, name: string): string | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (
    !url ||
    !/^smtps?:$/.test(url.protocol) ||
    url.hostname === '' ||
    url.search + url.hash !== ''
  )
    throw new Error(`${name} must be a URL such as smtps://user:password@host.example:465`)
  return value
}

/** The URL of a PostgreSQL database. It is not repeated: it holds a password. */
export function postgresUrl(env: Env, name: string): string | undefined {
  const value = text(env, name)
  if (value !== undefined && !isPostgresUrl(value))
    throw new Error(
      `${name} must be a URL such as postgres://user:password@host/database, ` +
        'with what is special in a URL written as %23 and the like',
    )
  return value
}

function isPostgresUrl(value: string): boolean {
  if (!/^postgres(?:ql)?:\/\//.test(value) || !URL.canParse(value)) return false
  const { username, password, pathname, hash } = new URL(value)
  try {
    // pg decodes the parts of the URL, too, so a part that does not decode is refused here.
    for (const part of [username, password, pathname]) decodeURIComponent(part)
    return hash === ''
  } catch {
    return false
  }
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
/** The last label is no number: that would be an address, and addresses have no subdomains. */
const HOST = new RegExp(`^(?!.*(?:^|\\.)\\d+$)${LABEL}(?:\\.${LABEL})*$`)

/** Names of hosts, separated by commas, as a browser would send them. */
export function hosts(env: Env, name: string, otherwise: string): readonly string[] {
  const found = (text(env, name) ?? otherwise).split(',').map((host) => host.trim())
  const wrong = found.find((host) => !HOST.test(host) || host.length > 253)
  if (wrong !== undefined)
    throw new Error(
      `${name} must be names of hosts in lower case such as mobieus.io, separated by commas, ` +
        `without scheme, port and path; this is none: ${wrong || '(empty)'}`,
    )
  const twice = found.find((host, i) => found.indexOf(host) < i)
  if (twice !== undefined) throw new Error(`${name} names ${twice} twice`)
  return found
}

/** A folder, which may be made; `undefined` names none. */
export function folder(env: Env, name: string, otherwise: string): string {
  const found = path.resolve(text(env, name) ?? otherwise)
  let isFolder: boolean
  try {
    isFolder = statSync(found, { throwIfNoEntry: false })?.isDirectory() ?? true
  } catch {
    // A file stands where a folder on the way to it would have to be.
    isFolder = false
  }
  if (!isFolder) throw new Error(`${name} must name a folder, and ${found} is none`)
  return found
}
