import type { DialectName } from '@mobieus/contract'
import { ai } from './ai.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'
import { scim } from './scim.ts'
import { xapi } from './xapi.ts'

/** Every dialect by its name in `x-bases`. */
export const dialects = { ai, envelope, scim, xapi }

/** A base whose dialect is not in the table does not compile. */
dialects satisfies Record<DialectName, Dialect>
