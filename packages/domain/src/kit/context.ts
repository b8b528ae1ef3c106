import type {
  BinaryAnswer,
  EventDataOf,
  EventType,
  operations,
  OperationId,
  Produced,
  Redirect,
  Request,
  Status,
} from '@mobieus/contract'
import type { Secrets, Statement, Tx } from '@mobieus/db'
import type { CallerOf } from './caller.ts'
import type { Download } from './download.ts'
import type { Outside } from './outside.ts'
import type { Conditions } from './preconditions.ts'
import type { Reply } from './reply.ts'
import type { Settings } from './settings.ts'

/** One partition of one tenant, the live or the test one, as every request belongs to one. */
export interface Tenant {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly plan: 'starter' | 'pro' | 'creator_plus' | 'sovereign'
  readonly environment: 'live' | 'test'
  readonly settings: Settings
}

/**
 * The partition that a query runs in: its transaction, and the tenant that every key begins with.
 */
export interface Partition {
  readonly tx: Tx
  readonly tenantId: number
}

/**
 * The changes, events and counts that a handler collects; the end of its transaction writes them.
 */
export interface Outbox {
  /** Deferred changes, written in this order before events and counts, which are one statement. */
  readonly changes: Statement[]
  readonly events: { readonly type: EventType; readonly data: unknown }[]
  readonly counts: Map<string, number>
  /** Cached rows that the write has changed, told to every process on `mobieus_changed`. */
  announcements?: string[]
  /** Kinds of work that the write notes, for the worker that runs in the same process. */
  noted?: Set<string>
}

/** The right to note events of these types. An operation has it for those that it declares. */
export interface Emitting<E extends EventType, By extends string = string> {
  readonly outbox: Outbox & MayEmit<E, By>
}

/**
 * A mark for the compiler; nothing is there at run time. A context that may emit more can be passed where
 * less is asked for, and not the other way round.
 */
export interface MayEmit<E extends EventType, By extends string = string> {
  readonly 'may emit': (event: E) => By
}

/** An outbox of the system's own work, which notes events of every type. */
export type OpenOutbox = Outbox & MayEmit<EventType, never>

/** The partition of a write, and an outbox for what is written together with COMMIT. */
export interface Writing extends Partition {
  readonly outbox: Outbox
}

/** The context of any operation, for functions that several share; `& Emitting<…>` where they note events. */
export interface AnyContext extends Writing {
  readonly operationId: OperationId
  readonly tenant: Tenant
  readonly caller: CallerOf<OperationId>
  /** The time of the request, asked for once, so that all that is decided and written agrees. */
  readonly now: Date
  /** `secrets.for('cursor').signing`, and the like. */
  readonly secrets: Secrets
  readonly requestId: string
  /** The origin that was called, such as `https://demo.mobieus.io`, for addresses in answers. */
  readonly origin: string
  /** The conditions of a write, its `If-Match` and `If-None-Match`, for `requireMatch` to hold. */
  readonly conditions: Conditions | undefined
}

/** The context of the handler of `Id`: everything beside its request. */
export interface Context<Id extends OperationId = OperationId> extends AnyContext {
  readonly operationId: Id
  /**
   * The kinds of caller that the operation's `security` lets in; several where it names several.
   */
  readonly caller: CallerOf<Id>
  readonly outbox: Outbox & MayEmit<Emits<Id>, Id>
  /**
   * For a read of the log: places what was committed before, in a transaction of its own. `false` on a
   * standby, where what is placed is all there is. A write would wait for itself.
   */
  placeArrivals(): Promise<boolean>
}

/** The context in which an external operation reads: it has no outbox. */
export type Reading<Id extends OperationId = OperationId> = Omit<Context<Id>, 'outbox'>

/**
 * The context of the handler of an external operation (`x-external`). The handler calls the outside, and
 * no transaction is open while it waits. Its reads and writes are transactions of their own, one after
 * the other. Its Idempotency-Key stays claimed as long as it runs.
 */
export interface ExternalContext<Id extends OperationId = OperationId> extends Omit<
  Context<Id>,
  'tx' | 'outbox' | 'placeArrivals'
> {
  readonly outside: Outside
  /** Aborted when the caller has hung up: then nobody waits for the outside any more. */
  readonly signal: AbortSignal
  /** Each query sees what was committed before it. */
  read<T>(work: (ctx: Reading<Id>) => Promise<T>): Promise<T>
  /** A write transaction of its own: its effect stays, even when the operation fails later. */
  write<T>(work: (ctx: Context<Id>) => Promise<T>): Promise<T>
  /**
   * The same for what has happened outside already. It is written down even where the caller has hung up, or where
   * another request has the Idempotency-Key by now.
   */
  record<T>(work: (ctx: Context<Id>) => Promise<T>): Promise<T>
  /**
   * The last write transaction. The value of `work` is the operation's answer, which is kept under the
   * Idempotency-Key together with the effect: a crash leaves both or neither.
   */
  conclude(work: (ctx: Context<Id>) => Promise<Answer<Id>>): Promise<Answer<Id>>
}

type Body<T> = T extends BinaryAnswer
  ? Download | T
  : T extends { request_id: unknown }
    ? Omit<T, 'request_id'>
    : T

/**
 * The answer of a handler: the body without its `request_id`, in `reply()` where statuses differ.
 */
export type Answer<Id extends OperationId> =
  | Body<Produced<Id>>
  | { [S in Status<Id>]: Reply<S, Body<Produced<Id, S>>> }[Status<Id>]
  | Reply<Redirect<Id>, undefined>

type ExternalId = {
  [Id in OperationId]: (typeof operations)[Id]['external'] extends true ? Id : never
}[OperationId]

/** The context of the handler of `Id`: an external one where the contract says `x-external`. */
export type ContextOf<Id extends OperationId> = Id extends ExternalId
  ? ExternalContext<Id>
  : Context<Id>

/** The handler of one operation. */
export type Handler<Id extends OperationId> = (
  ctx: ContextOf<Id>,
  request: Request<Id>,
) => Promise<Answer<Id>>

type IdsOf<Surface extends string> = {
  [Id in OperationId]: (typeof operations)[Id]['surface'] extends Surface ? Id : never
}[OperationId]

/** Every operation of a surface with its handler; one that is missing is a compile error. */
export type Handlers<Surface extends string> = { readonly [Id in IdsOf<Surface>]: Handler<Id> }

/** The events that operation `Id` declares in `x-emits`. */
export type Emits<Id extends OperationId> = (typeof operations)[Id]['emits'][number]

export type { EventDataOf, EventType }
