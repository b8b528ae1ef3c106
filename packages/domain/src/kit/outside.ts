import type { AddressGuard } from './address-guard.ts'

/** What an external operation may ask of the outside. */
export interface Outside {
  readonly guard: AddressGuard
}
