import { createHmac } from 'node:crypto'

/** The platform's secret, and what it was before. */
export interface AppSecrets {
  /** Whatever is made now is made with this one. */
  readonly appSecret: string
  /** Older ones, that still open what was made with them. */
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

/** A value by which the database knows its secret again. It follows from the secret, not the other way round. */
export const checkValueOf = (appSecret: string, installationId: string): string =>
  hmac(hmac(appSecret, 'check value'), installationId).toString('hex')

/** Tells the keys of one secret from those of another, on whatever they have sealed. */
export const keyIdOf = (appSecret: string): string =>
  hmac(appSecret, 'key id').toString('hex').slice(0, 8)

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()
