import type {
  BinaryAnswer,
  EventDataOf,
  EventType,
  operations,
  OperationId,
  Produced,
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

/** What a query needs: the transaction, and the tenant that it names as well. */
export interface Partition {
  readonly tx: Tx
  readonly tenantId: number
}

/** What the handler collects, and the end of the transaction writes. */
export interface Outbox {
  /** Written in this order, before the rest, which is one statement. */
  readonly changes: Statement[]
  readonly events: { readonly type: EventType; readonly data: unknown }[]
  readonly counts: Map<string, number>
  /** What processes keep and has changed, told to them all on `mobieus_changed`. */
  announcements?: string[]
  /** Kinds of work that it makes, for who does it in the same process. */
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

/** What a write needs: queries, and a place for what travels with COMMIT. */
export interface Writing extends Partition {
  readonly outbox: Outbox
}

/** The context of any operation, for functions that several share; `& Emitting<…>` where they note events. */
export interface AnyContext extends Writing {
  readonly operationId: OperationId
  readonly tenant: Tenant
  readonly caller: CallerOf<OperationId>
  /** One time for all that the request does. */
  readonly now: Date
  /** `secrets.for('cursor').signing`, and the like. */
  readonly secrets: Secrets
  /** Of a write with `If-Match` or `If-None-Match`, which `requireMatch` holds against what is there. */
  readonly conditions: Conditions | undefined
}

/** What the handler of `Id` has at hand beside its request. */
export interface Context<Id extends OperationId = OperationId> extends AnyContext {
  readonly operationId: Id
  /** By the credential that the contract asks for; more than one kind where it takes one or the other. */
  readonly caller: CallerOf<Id>
  readonly outbox: Outbox & MayEmit<Emits<Id>, Id>
}

/** What a read needs of an external operation's context: it has nothing to write. */
export type Reading<Id extends OperationId = OperationId> = Omit<Context<Id>, 'outbox'>

/**
 * What the handler of an external operation (`x-external`) has at hand. It calls the outside, and no
 * transaction is open while it waits: what it reads and writes are transactions of their own, one after
 * the other. Its Idempotency-Key stays claimed as long as it runs.
 */
export interface ExternalContext<Id extends OperationId = OperationId> extends Omit<
  Context<Id>,
  'tx' | 'outbox'
> {
  readonly outside: Outside
  /** Each query sees what was committed before it. */
  read<T>(work: (ctx: Reading<Id>) => Promise<T>): Promise<T>
  /** One write transaction; what it did stays, whatever becomes of the operation. */
  write<T>(work: (ctx: Context<Id>) => Promise<T>): Promise<T>
  /**
   * The last write transaction. What `work` returns is the operation's answer, which is kept under the
   * Idempotency-Key together with the effect: a crash leaves both or neither.
   */
  conclude(work: (ctx: Context<Id>) => Promise<Answer<Id>>): Promise<Answer<Id>>
}

type Body<T> = T extends BinaryAnswer
  ? Download | T
  : T extends { request_id: unknown }
    ? Omit<T, 'request_id'>
    : T

/** What a handler answers: the body without its `request_id`, with `reply()` where statuses differ. */
export type Answer<Id extends OperationId> =
  Body<Produced<Id>> | { [S in Status<Id>]: Reply<S, Body<Produced<Id, S>>> }[Status<Id>]

type ExternalId = {
  [Id in OperationId]: (typeof operations)[Id]['external'] extends true ? Id : never
}[OperationId]

/** What the handler of `Id` has at hand: whether it calls the outside, the contract says. */
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
