import { sealingKeys, type SealingKey } from './seal.ts'
import { keysFor, type AppSecrets, type OfSecrets } from './secrets.ts'

/** The keys of one purpose, the present one first; a key of one purpose is of no use for another. */
export interface PurposeKeys {
  readonly signing: OfSecrets<Buffer>
  readonly sealing: OfSecrets<SealingKey>
}

/** All keys that follow from APP_SECRET, by their purpose. */
export interface Secrets {
  /** The keys of a purpose, derived when they are first asked for, and kept. */
  for(purpose: string): PurposeKeys
}

export function createSecrets(secrets: AppSecrets): Secrets {
  const known = new Map<string, PurposeKeys>()
  return {
    for(purpose) {
      let keys = known.get(purpose)
      if (!keys) {
        keys = { signing: keysFor(secrets, purpose), sealing: sealingKeys(secrets, purpose) }
        known.set(purpose, keys)
      }
      return keys
    },
  }
}
