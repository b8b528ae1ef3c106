import { createHmac } from 'node:crypto'

/** The platform's secret, and what it was before. */
export interface AppSecrets {
  /** Whatever is made now is made with this one. */
  readonly appSecret: string
  /** Older ones, that still open what was made with them. */
  readonly previousSecrets?: readonly string[]
}

/** Every secret that opens something, the present one first. */
export const secretsOf = ({ appSecret, previousSecrets = [] }: AppSecrets): readonly string[] => [
  appSecret,
  ...previousSecrets,
]

/** What the database keeps to know its secret again. It follows from the secret, not the other way round. */
export function checkValueOf(appSecret: string, installationId: string): string {
  const key = createHmac('sha256', appSecret).update('check value').digest()
  return createHmac('sha256', key).update(installationId).digest('hex')
}
