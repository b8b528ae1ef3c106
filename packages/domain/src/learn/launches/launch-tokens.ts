import type { Secrets } from '@mobieus/db'
import { openToken, signedToken } from '../../kit/tokens.ts'

const [LAUNCH, PLAY] = ['learn launch', 'learn play']
const MINUTE_MS = 60 * 1000
/** The time in which a launch is opened, and the time in which it is played. */
export const LAUNCHED_WITHIN_MS = 10 * MINUTE_MS
export const PLAYED_WITHIN_MS = 12 * 60 * MINUTE_MS

/** The path below which launches begin, and below which content is played. */
export const LAUNCH_PATH = '/learn/launch'
export const PLAY_PATH = '/learn/play'

/** A launch with its partition, as a token names it. */
export interface NamedLaunch {
  readonly tenantId: number
  readonly launchId: number
  readonly packageId: number
  readonly expiresAt: Date
}

const wordsOf = ({ tenantId, launchId, packageId, expiresAt }: NamedLaunch) => [
  ...[tenantId, launchId, packageId, expiresAt.getTime()],
]

/** The token of an address that opens a launch. */
export const launchToken = (secrets: Secrets, launch: NamedLaunch): string =>
  signedToken(secrets.for(LAUNCH).signing, wordsOf(launch))

/** The token by which content is read, and a run is written. */
export const playToken = (secrets: Secrets, launch: NamedLaunch): string =>
  signedToken(secrets.for(PLAY).signing, wordsOf(launch))

export const launchOfToken = (secrets: Secrets, token: string, now: Date) =>
  namedBy(openToken(secrets.for(LAUNCH).signing, token), now)

export const playOfToken = (secrets: Secrets, token: string, now: Date) =>
  namedBy(openToken(secrets.for(PLAY).signing, token), now)

/** The launch that words name; `undefined` where there are none of ours, or their time is over. */
function namedBy(words: readonly string[] | undefined, now: Date): NamedLaunch | undefined {
  if (!words) return undefined
  const [tenantId, launchId, packageId, expires] = words.map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const expiresAt = new Date(expires)
  return expiresAt > now ? { tenantId, launchId, packageId, expiresAt } : undefined
}
