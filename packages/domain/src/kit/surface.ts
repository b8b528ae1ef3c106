import type { Database, OfSecrets, SealingKey } from '@mobieus/db'
import type { RawBuilder } from 'kysely'
import type { Handlers, OpenOutbox, Partition, Writing } from './context.ts'
import type { Scan } from './scan.ts'
import type { Setting } from './settings.ts'
import type { FileStorage } from './storage/storage.ts'

/** A write that the clock or an event asks for, and no caller. */
export interface SystemWriting extends Writing {
  readonly outbox: OpenOutbox
  readonly now: Date
}

/** What work beside requests has at hand. It opens its own transactions, and none while it waits for others. */
export interface Work {
  readonly db: Database
  readonly storage: FileStorage
  /** Asks the operator's scanner. */
  readonly scan: Scan
  readonly clock: () => Date
  /** Every surface there is. */
  readonly surfaces: readonly Surface[]
}

/**
 * Something that is done to a tenant when its time has come: `noteChore` says when. Safe to run twice, and
 * beside others that do the same.
 */
export interface Chore {
  readonly name: string
  /** Does at most a batch of what is due, in one transaction; answers how much, and 0 when nothing is left. */
  readonly run: (ctx: SystemWriting) => Promise<number>
  /** When something is due next, as SQL; null for never. */
  readonly next: (partition: Pick<Partition, 'tenantId'>) => RawBuilder<unknown>
}

/** Work by the clock: a chore that is looked for so often, or a round over the whole installation. */
export type Every = { readonly minutes: number } & (
  | { readonly chore: Chore }
  | { readonly name: string; readonly round: (work: Work) => Promise<void> }
)

/**
 * Work that a row asks for: `addTask` writes it down in the row's transaction. It is done at least once, and
 * by two at once where one of them was taken for dead, so its effects have to hold themselves to once.
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
  /** Under which its cursor is kept. */
  readonly name: string
  /** Whether every tenant has it; otherwise one has it as soon as a cursor is written. */
  readonly everywhere: boolean
  /**
   * Takes the next events, at most a batch, and writes what follows from them in the transaction that moves
   * the cursor past them. Answers whether there may be more.
   */
  readonly advance: (ctx: SystemWriting) => Promise<boolean>
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
  /** What an operator is told of those that open with no key, each with the name of its partition. */
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

/** What a surface says of itself. Nothing else in the repository speaks of it but the contract. */
export interface Declaration<Name extends string> {
  /** Of each of its operations; one that is missing does not compile. */
  readonly handlers: Handlers<Name>
  readonly tasks?: readonly Task[]
  readonly every?: readonly Every[]
  /** Chores that remove what has had its time. */
  readonly purges?: readonly Chore[]
  readonly subscribers?: readonly Subscriber[]
  readonly settings?: readonly Setting[]
  /** Writes what a new tenant begins with, in the transaction that makes it. */
  readonly furnish?: (ctx: Furnishing) => Promise<void>
  /** Where it keeps files, and whether one of its rows refers to an upload that is still in quarantine. */
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
  Omit<Declaration<never>, 'handlers' | 'furnish' | 'storage'>
> &
  Pick<Declaration<never>, 'furnish' | 'storage'> & {
    readonly name: string
    readonly handlers: Handled
  }

/** Declares a surface, which the list of surfaces then names. */
export const surface = <Name extends string>(
  name: Name,
  declaration: Declaration<Name>,
): Surface<Handlers<Name>> => ({
  name,
  tasks: [],
  every: [],
  purges: [],
  subscribers: [],
  settings: [],
  sealed: [],
  moderatorScopes: [],
  ...declaration,
})
