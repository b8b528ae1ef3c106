import type { Database, OfSecrets, SealingKey, Secrets } from '@mobieus/db'
import type { RawBuilder } from 'kysely'
import type { Handlers, OpenOutbox, Partition, Writing } from './context.ts'
import type { List } from './list.ts'
import type { Poster } from './poster.ts'
import type { Post } from './post.ts'
import type { Scan } from './scan.ts'
import type { Setting, Settings } from './settings.ts'
import type { FileStorage } from './storage/storage.ts'

/** A write that the clock or an event asks for, and no caller. */
export interface SystemWriting extends Writing {
  readonly outbox: OpenOutbox
  readonly now: Date
}

/**
 * The services of work beside requests. It opens its own transactions, and has none open while it waits
 * for the outside.
 */
export interface Work {
  readonly db: Database
  readonly storage: FileStorage
  /** Asks the operator's scanner. */
  readonly scan: Scan
  /** Sends mail. */
  readonly post: Post
  readonly poster: Poster
  readonly secrets: Secrets
  /** The origin of a tenant's pages by its slug, such as `https://demo.mobieus.io`. */
  readonly originOf: (slug: string) => string
  readonly clock: () => Date
  /** All surfaces of the installation. */
  readonly surfaces: readonly Surface[]
}

/**
 * A chore of a tenant, such as a purge: it runs when the time has come that `noteChore` has noted. It
 * may run twice, and beside others that do the same.
 */
export interface Chore {
  readonly name: string
  /** Does at most a batch of what is due, in one transaction; answers how much, and 0 when nothing is left. */
  readonly run: (ctx: SystemWriting) => Promise<number>
  /** When something is due next, as SQL; null for never. */
  readonly next: (partition: Pick<Partition, 'tenantId'>) => RawBuilder<unknown>
}

/**
 * Work by the clock: a chore that is looked for every so many minutes, or a round over the whole
 * installation.
 */
export type Every = { readonly minutes: number } & (
  | { readonly chore: Chore }
  | { readonly name: string; readonly round: (work: Work) => Promise<void> }
)

/**
 * A task that a row asks for: `addTask` writes it down in the row's transaction. It runs at least once,
 * and twice at a time where a worker was taken for dead, so its effects have to be idempotent.
 */
export interface Task {
  readonly name: string
  /**
   * Does it for the row with this id, in at most ten minutes. Answers when to do it again, or nothing when
   * it is done; after what it throws it is tried again later.
   */
  readonly run: (work: Work, tenantId: number, subjectId: number) => Promise<Date | undefined>
}

/** A reader of each tenant's log of events. */
export interface Subscriber {
  /** The name under which its cursor is kept. */
  readonly name: string
  /**
   * Whether every tenant has the subscriber; otherwise a tenant has it once its cursor is written.
   */
  readonly everywhere: boolean
  /**
   * Whether its transactions commit without waiting for the disk. A crash loses some of them: they are
   * written again from the log, and deliveries that had followed from them are made once more.
   */
  readonly unsynced?: boolean
  /**
   * Takes the next events, at most a batch, and writes what follows from them in the transaction that moves
   * the cursor past them. Answers whether there may be more.
   */
  readonly advance: (ctx: SystemWriting) => Promise<boolean>
}

/** A number of the whole installation that the operator watches, in Prometheus' terms. */
export interface Gauge {
  /** `mobieus_surface_what`, units last. */
  readonly name: string
  readonly help: string
  /** Asked for whenever metrics are collected, of every server; what it throws is told as not a number. */
  readonly read: (db: Database) => Promise<number>
}

/** Values that are kept sealed under APP_SECRET, and move to another one when it changes. */
export interface Sealed {
  /** The purpose of their key. */
  readonly purpose: string
  /** Seals the next batch after a row anew with the first of the keys, whatever opens with one of them. */
  readonly reseal: (
    partition: Partition,
    keys: OfSecrets<SealingKey>,
    after: string | undefined,
    now: Date,
  ) => Promise<Resealing>
  /** The lines for the operator about values that no key opens, each with its partition's name. */
  readonly tell: (shut: readonly Shut[]) => string[]
}

/** A value that opens with no key, by its row. */
export interface Shut {
  readonly row: string
  /** `demo (live)` */
  readonly partition: string
}

/** The outcome of a batch. */
export interface Resealing {
  readonly moved: number
  /** Rows whose value opens with no key. */
  readonly shut: readonly string[]
  /** The row after which the next batch begins; `undefined` after the last. */
  readonly last: string | undefined
}

/** A partition that is being made, and its first member. */
export interface Furnishing extends SystemWriting {
  readonly admin: { readonly id: number; readonly username: string }
}

/**
 * The declaration of a surface. Nothing outside its folder speaks of it but the contract, its migrations
 * and the list of surfaces.
 */
export interface Declaration<Name extends string> {
  /** The handler of each of its operations; a missing one does not compile. */
  readonly handlers: Handlers<Name>
  /** Its lists that have counters; what a list does not say here, nothing compares with its rows. */
  readonly lists?: readonly List[]
  readonly tasks?: readonly Task[]
  readonly every?: readonly Every[]
  /** Chores that remove rows whose time is over. */
  readonly purges?: readonly Chore[]
  readonly subscribers?: readonly Subscriber[]
  readonly settings?: readonly Setting[]
  readonly gauges?: readonly Gauge[]
  /** Writes the rows that a new tenant begins with, in the transaction that makes the tenant. */
  readonly furnish?: (ctx: Furnishing) => Promise<void>
  /** Told of a change of the tenant's settings, in its transaction, for each partition. */
  readonly onSettings?: (ctx: SystemWriting, before: Settings, after: Settings) => Promise<void>
  /** The folders of its files, and whether one of its rows refers to an upload in quarantine. */
  readonly storage?: {
    readonly folders: readonly string[]
    readonly awaits?: (partition: Partition, key: string) => Promise<boolean>
  }
  readonly sealed?: readonly Sealed[]
  /** The scopes that a moderator's session has; an administrator's has all. */
  readonly moderatorScopes?: readonly string[]
}

/** A surface: a part of the API that is declared, and run, as one. */
export type Surface<Handled = object> = Required<
  Omit<Declaration<never>, 'handlers' | 'furnish' | 'onSettings' | 'storage'>
> &
  Pick<Declaration<never>, 'furnish' | 'onSettings' | 'storage'> & {
    readonly name: string
    readonly handlers: Handled
  }

/** Declares a surface, which the list of surfaces then names. */
export const surface = <Name extends string>(
  name: Name,
  declaration: Declaration<Name>,
): Surface<Handlers<Name>> => ({
  name,
  lists: [],
  tasks: [],
  every: [],
  purges: [],
  subscribers: [],
  settings: [],
  gauges: [],
  sealed: [],
  moderatorScopes: [],
  ...declaration,
})
