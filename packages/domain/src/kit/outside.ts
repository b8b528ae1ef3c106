import type { AddressGuard } from './address-guard.ts'
import type { AskModel } from './model.ts'

/** The outside, as an external operation may ask it. */
export interface Outside {
  readonly guard: AddressGuard
  readonly askModel: AskModel
}
