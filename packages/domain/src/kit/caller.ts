import type { operations, OperationId } from '@mobieus/contract'

/** A caller behind whom a member of the community stands. */
interface OfMember {
  /** The member as whom the request acts. */
  readonly user: { readonly id: number; readonly username: string }
  /** The key's scopes; a session has those of its role, and the names of its roles beside them. */
  readonly scopes: ReadonlySet<string>
}

/** The API key a request came with. */
export interface ApiKey extends OfMember {
  readonly kind: 'key'
  readonly id: number
  readonly label: string
  readonly prefix: string
  /** The limit after all defaults; 0 means unlimited. */
  readonly requestsPerMinute: number
  readonly expiresAt: Date | null
  readonly createdAt: Date
  /** The end of its member's suspension: until then the key only reads. */
  readonly suspendedUntil: Date | null
}

/** The session that a request came with. */
export interface Session extends OfMember {
  readonly kind: 'session'
  readonly id: number
  readonly role: number
  /** The limit of all sessions of its member together; 0 means unlimited, as it is for moderators and above. */
  readonly requestsPerMinute: number
  /** The token that its writes have to send as well. */
  readonly csrfToken: string
  /** The tokens under older secrets, which a page that is still open may send. */
  readonly olderCsrfTokens: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** A program that keeps the tenant's members in step with a directory elsewhere; no member stands behind it. */
export interface Token {
  readonly kind: 'token'
  readonly id: number
  readonly label: string
  /** Its limit; 0 means unlimited. */
  readonly requestsPerMinute: number
  readonly scopes: ReadonlySet<string>
}

/** A service that hands over what others have sent, as mail does, and shows a secret that it shares with the tenant. */
export interface Relay {
  readonly kind: 'relay'
  readonly id: number
  readonly scopes: ReadonlySet<string>
}

/** A caller with a credential. */
export type Caller = ApiKey | Session | Token | Relay

/** The caller by the word that `x-caller` of a security scheme says; `nobody` calls what is public. */
export interface Callers {
  readonly key: ApiKey
  readonly session: Session
  readonly token: Token
  readonly relay: Relay
  readonly nobody: undefined
}

/** The callers that operation `Id` lets in, as its `security` says. */
export type CallerOf<Id extends OperationId> = Callers[(typeof operations)[Id]['callers'][number]]

/** The power to act as a member, which not every credential lends. */
export interface ByMember {
  readonly caller: ApiKey | Session
}
