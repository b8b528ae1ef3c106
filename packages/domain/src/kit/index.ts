/** The kit: everything that handlers are written with, and the code that carries them out. */

export type { OpenOutbox } from './context.ts'
export {
  BlockedAddressError,
  createAddressGuard,
  guardedLookup,
  type AddressGuard,
  type ResolveHost,
} from './address-guard.ts'
export type { ApiKey, Caller, Session, Token } from './caller.ts'
export type { Context, ExternalContext, Partition, Tenant, Writing } from './context.ts'
export { count, counterName, readCounter } from './count.ts'
export { listOf, type List } from './list.ts'
export { pagesOf } from './list-pages.ts'
export { findDrift, repairDrift, repairOf, type Drift } from './recount.ts'
export { isDownload, type Download } from './download.ts'
export { emit } from './emit.ts'
export { escaped } from './html.ts'
export { logKind } from './notes.ts'
export type { AskModel, ModelAnswer, ModelCall, ModelOutcome, ModelTool, Tokens } from './model.ts'
export { createOutbox, eventCounter, flush, type StoredAnswer } from './outbox.ts'
export type { Outside } from './outside.ts'
export type { Addressed, FinalFailure, Letter, Post } from './post.ts'
export type { Posted, Poster } from './poster.ts'
export { closePage, CURSOR_LENGTH, openPage, PAGE_LIMIT } from './page.ts'
export { conditionsOf, requireMatch, type Conditions } from './preconditions.ts'
export { conflict, notImplemented, problem } from './problem.ts'
export { unwrap } from './reply.ts'
export { unavailableOr } from './unavailable.ts'
export type { Scan } from './scan.ts'
export { readSettings, settingOf, type Setting, type Settings } from './settings.ts'
export { openStorage, type StorageConfig } from './storage/open.ts'
export { putBytes } from './storage/put-bytes.ts'
export { keyIn, quarantineKey, type ByteRange, type FileStorage } from './storage/storage.ts'
export type {
  Chore,
  Every,
  Shut,
  Subscriber,
  Surface,
  SystemWriting,
  Task,
  Work,
} from './surface.ts'
export { ulid } from './ulid.ts'
export { inWorkFolder } from './work-folder.ts'
