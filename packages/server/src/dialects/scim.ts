import { failureOf, noteRefusals } from '@mobieus/domain/scim'
import type { Dialect } from './dialect.ts'
import { docUrl } from './envelope.ts'

/** SCIM's own error. It has no place for our code, to whose page `Link` leads (RFC 8288). */
export const scim: Dialect = {
  failure(problem, { req }) {
    const headers = { Link: `<${docUrl(problem.code, req.headers.host)}>; rel="help"` }
    return { ...failureOf(problem), type: 'application/scim+json', headers }
  },
  refused(problem, { operationId: operation, operation: { method }, path }) {
    if (method === 'get' || path.endsWith(SEARCH)) return undefined
    return (ctx) => noteRefusals(ctx, [{ operation, path, failure: failureOf(problem).body }])
  },
}

/** A search changes nothing, although it is a POST. */
const SEARCH = '/.search'
