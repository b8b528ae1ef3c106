import { Problem } from '@mobieus/contract'
import { readAlternate } from './alternate-syntax.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

/** The version that every answer names, unless its handler names another. */
const VERSION = '1.0.3'

/**
 * The dialect of a learning record store: failures are the envelope, except that a faulty body is a bad
 * request (xAPI 1.0.3, Part Three, 3.2). Any request may come as a form.
 */
export const xapi: Dialect = {
  headers: { 'X-Experience-API-Version': VERSION },
  failure(problem, asked) {
    const { code, message, details, facts, headers } = problem
    if (problem.status !== 422) return envelope.failure(problem, asked)
    return envelope.failure(new Problem(400, code, message, { details, facts, headers }), asked)
  },
  rewrite: readAlternate,
}
