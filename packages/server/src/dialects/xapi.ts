import type { IncomingMessage } from 'node:http'
import { Problem } from '@mobieus/contract'
import { settingOf } from '@mobieus/domain/kit'
import { defaultVersion, versionIn } from '@mobieus/domain/learn'
import type { AnswerHeaders } from '../http/router.ts'
import { readAlternate } from './alternate-syntax.ts'
import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

const VERSION = 'x-experience-api-version'
const CONSISTENT = 'X-Experience-API-Consistent-Through'

const STATEMENTS = /\/statements(?:\?|$)/
/** By far longer than a statement takes to be stored. */
const SAFE_MS = 600_000

/**
 * The time up to which all statements can be read, which a bad request for them says as well. Where the handler has
 * not said it, it is one that is long past.
 */
function consistencyOf(
  { method, url = '' }: IncomingMessage,
  said: Readonly<Record<string, unknown>> = {},
): AnswerHeaders {
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead || !STATEMENTS.test(url) || CONSISTENT in said) return {}
  return { [CONSISTENT]: new Date(Date.now() - SAFE_MS).toISOString() }
}

/**
 * The dialect of a learning record store. Failures are the envelope, except that a faulty body, or one of a wrong type, is
 * a bad request (xAPI 1.0.3, Part Three, 3.2). Every answer names the version of its request, or else the tenant's
 * default. A request of 1.0 may come as a form.
 */
export const xapi: Dialect = {
  headersFor({ headers }, settings) {
    const asked = versionIn(String(headers[VERSION] ?? ''))
    const version =
      asked ?? (settings ? settingOf(settings, defaultVersion) : defaultVersion.otherwise)
    return { 'X-Experience-API-Version': version }
  },
  failure(problem, asked) {
    const { code, message, details, facts, headers } = problem
    const isOfBody = problem.status === 422 || problem.status === 415
    const told = isOfBody ? new Problem(400, code, message, { details, facts, headers }) : problem
    const failure = envelope.failure(told, asked)
    return told.status === 400
      ? { ...failure, headers: consistencyOf(asked.req, headers) }
      : failure
  },
  rewrite: readAlternate,
}
