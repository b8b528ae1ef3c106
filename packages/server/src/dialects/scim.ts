import { failureOf } from '@mobieus/domain/scim'
import type { Dialect } from './dialect.ts'

/** SCIM's own error. */
export const scim: Dialect = {
  failure(problem, { requestId }) {
    return { ...failureOf(problem, requestId), type: 'application/scim+json' }
  },
}
