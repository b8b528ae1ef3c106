import { expect } from '@jest/globals'

/** The refusal of a request's own fault, as the parts of SCIM without HTTP throw it. */
export const scimRefusal = (scimType: string, field: string): Error =>
  expect.objectContaining({
    status: 400,
    facts: { scimType },
    details: [expect.objectContaining({ field })],
  }) as never
