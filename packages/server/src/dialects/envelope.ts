import type { Problem } from '@mobieus/contract'
import accepts from 'accepts'
import { originOf } from '../called-origin.ts'
import type { Dialect } from './dialect.ts'

const PROBLEM_JSON = 'application/problem+json'

/**
 * The default dialect: `{"error": {…}, "request_id": "…"}`, or the same facts as RFC 9457 when `Accept`
 * asks for it.
 */
export const envelope: Dialect = {
  failure(problem, { req, requestId }) {
    const { status } = problem
    // Generated clients accept both types and list the envelope first: they get the envelope, as
    // does who accepts anything.
    const asksForProblem = accepts(req).type(['application/json', PROBLEM_JSON]) === PROBLEM_JSON
    if (asksForProblem)
      return { status, type: PROBLEM_JSON, body: problemJson(problem, requestId, req.headers.host) }
    const body = envelopeOf(problem, requestId, req.headers.host)
    return { status, type: 'application/json; charset=utf-8', body }
  },
}

/** The failure envelope, for the host that was called. */
export function envelopeOf(problem: Problem, request_id: string, host: string | undefined): object {
  const { code, message, details, facts } = problem
  const doc_url = docUrl(code, host)
  const error = { code, message, ...(details && { details }), ...facts, doc_url, request_id }
  return { error, request_id }
}

function problemJson(problem: Problem, request_id: string, host: string | undefined): object {
  const { code, message, status, details, facts } = problem
  const type = docUrl(code, host)
  const rest = { code, ...(details && { details }), ...facts, request_id }
  return { type, title: title(code), status, detail: message, ...rest }
}

const title = (code: string) => {
  const words = code.replaceAll('_', ' ')
  return words[0]?.toUpperCase() + words.slice(1)
}

/** The page of a code. It lives on the host that was called, so the link works on every installation. */
export const docUrl = (code: string, host: string | undefined) =>
  `${originOf(host)}/docs/errors/${code}`
