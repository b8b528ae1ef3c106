import type { AddressGuard } from './address-guard.ts'

/** The outside, as an external operation may ask it. */
export interface Outside {
  readonly guard: AddressGuard
}
