import type { Secrets } from '@mobieus/db'
import { openToken, signedToken } from '../../kit/tokens.ts'
import type { NamedLaunch } from '../launches/launch-tokens.ts'

const PURPOSE = 'learn cmi5 session'

/** cmi5 8.2: the credentials of a unit, which it sends as `Authorization: Basic`. */
export function sessionToken(secrets: Secrets, { launchId }: NamedLaunch, session: string): string {
  const secret = signedToken(secrets.for(PURPOSE).signing, [launchId, session])
  return Buffer.from(`${session}:${secret}`).toString('base64')
}

/** The session of a launch that credentials open; `undefined` for those that open none. */
export function sessionOfToken(
  secrets: Secrets,
  { launchId }: NamedLaunch,
  authorization: string | undefined,
): string | undefined {
  const [, encoded = ''] = /^Basic +(\S+)$/i.exec(authorization ?? '') ?? []
  const [session = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  const words = openToken(secrets.for(PURPOSE).signing, secret)
  return words?.[0] === String(launchId) && words[1] === session ? session : undefined
}
