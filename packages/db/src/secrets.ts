import { createHmac } from 'node:crypto'

/** The platform's secret, and those before it. */
export interface AppSecrets {
  /** The present secret, with which everything new is made. */
  readonly appSecret: string
  /** Older secrets, which still open what was made with them. */
  readonly previousSecrets?: readonly string[]
}

/** One thing for each secret, that of the present secret first. */
export type OfSecrets<T> = readonly [T, ...T[]]

/** The keys that follow from each secret, the present one first. */
export const eachSecret = <T>(
  { appSecret, previousSecrets = [] }: AppSecrets,
  derive: (secret: string) => T,
): OfSecrets<T> => [derive(appSecret), ...previousSecrets.map(derive)]

/** The keys of one purpose: the first one makes what the others still recognise. */
export const keysFor = (secrets: AppSecrets, purpose: string): OfSecrets<Buffer> =>
  eachSecret(secrets, (secret) => hmac(secret, purpose))

/**
 * A value by which the database recognises its secret. It follows from the secret, and not the other way
 * round.
 */
export const checkValueOf = (appSecret: string, installationId: string): string =>
  hmac(hmac(appSecret, 'check value'), installationId).toString('hex')

/** The id of a secret's keys, which everything sealed with them names. */
export const keyIdOf = (appSecret: string): string =>
  hmac(appSecret, 'key id').toString('hex').slice(0, 8)

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()
