import type { AddressGuard } from './address-guard.ts'
import type { AskModel } from './model.ts'
import type { FileStorage } from './storage/storage.ts'

/** The outside, as an external operation may ask it. */
export interface Outside {
  readonly guard: AddressGuard
  readonly askModel: AskModel
  /** Where files are kept that an operation makes. */
  readonly storage: Pick<FileStorage, 'put' | 'remove'>
}
