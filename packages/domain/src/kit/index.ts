/** What a handler is written with, and what carries it out. */

export type { OpenOutbox } from './context.ts'
export {
  createAddressGuard,
  findUrlFault,
  isPublicAddress,
  type AddressGuard,
  type ResolveHost,
  type UrlFault,
} from './address-guard.ts'
export type { ApiKey, Caller, Callers, Relay, Session, Token } from './caller.ts'
export type {
  Answer,
  Context,
  ExternalContext,
  Handler,
  Handlers,
  Outbox,
  Partition,
  Reading,
  Tenant,
  Writing,
} from './context.ts'
export { count, counterName, readCounter } from './count.ts'
export { isDownload, type Download } from './download.ts'
export { emit } from './emit.ts'
export { createOutbox, flush, type StoredAnswer } from './outbox.ts'
export type { Outside } from './outside.ts'
export { conditionsOf, requireMatch, type Conditions } from './preconditions.ts'
export { conflict, invalidField, noSuch, notFound, notImplemented, problem } from './problem.ts'
export { reply, unwrap } from './reply.ts'
export type { Scan } from './scan.ts'
export { readSettings, settingOf, SettingsError, type Settings } from './settings.ts'
export { openStorage, type StorageConfig } from './storage/open.ts'
export { quarantineKey, type ByteRange, type FileStorage } from './storage/storage.ts'
export type { Chore, Every, Shut, Subscriber, Surface, Task, Work } from './surface.ts'
export { ulid } from './ulid.ts'
