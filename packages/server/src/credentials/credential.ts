import type { IncomingMessage } from 'node:http'
import type { Tables } from '@mobieus/db'
import type { Caller } from '@mobieus/domain/kit'
import type { Partitions, TenantEntry } from '../directory.ts'
import type { Services } from '../services.ts'

/** The place that a credential is held against. */
export interface Place {
  /**
   * The tenant that the host names; on a bare one, in development, the credential's own tenant answers.
   */
  readonly host: Partitions | undefined
  readonly services: Services
  readonly now: Date
}

/** The partition and the caller that a request acts with. */
export interface Identified {
  readonly tenant: TenantEntry
  readonly caller: Caller
}

/** The rows of a kind of credential that have its last use. */
export interface LastUseRows {
  /** The credentials themselves, with `last_used_at`. */
  readonly table: keyof Tables
  /** Whether `last_used_ip` has the address of the last use. */
  readonly withAddress: boolean
}

/** The rows of a kind of credential whose requests are counted. */
export interface Meter {
  /** The windows in which all requests of one are counted. */
  readonly windows: keyof Tables
  /** The windows in which those of a rate class are; without them no class limits it. */
  readonly classWindows: keyof Tables | undefined
  /** Whether all that a member sends by this kind counts together, whichever credential it is. */
  readonly isPerMember: boolean
  readonly lastUse: LastUseRows | undefined
}

/** A credential that says who calls. */
export interface Identifying {
  /**
   * The credential as the request carries it, valid or not; `undefined` where it carries none of this
   * kind.
   */
  read(req: IncomingMessage, place: Place): string | undefined
  /**
   * The partition and caller of a credential; `undefined` for one that is unknown, expired or another
   * tenant's, which a stranger cannot tell apart. Answers at once when everything it looks up is in
   * memory.
   */
  identify(sent: string, place: Place): Promise<Identified | undefined> | Identified | undefined
  /** `undefined` where nothing is counted, as of a relay. */
  readonly meter: Meter | undefined
  /** The message and the `WWW-Authenticate` of the refusal when no valid credential was sent. */
  readonly refusal: { readonly message: string; readonly challenge: string }
}

/** A credential that is sent beside another one and is held against the caller that was found by it. */
export interface Accompanying {
  /** Throws a `403` where it does not belong to the caller. */
  require(req: IncomingMessage, caller: Caller): void
}

/** A credential: how a security scheme of the contract is read, and held against stored ones. */
export type Credential = Identifying | Accompanying

export const identifies = (credential: Credential): credential is Identifying =>
  'identify' in credential
