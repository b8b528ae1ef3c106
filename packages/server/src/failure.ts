import type { Problem } from '@mobieus/contract'
import accepts from 'accepts'
import type { ApiExchange } from './state.ts'

const PROBLEM_JSON = 'application/problem+json'

/**
 * Whether the caller prefers RFC 9457. Generated clients accept both types and list the envelope
 * first: they get the envelope, as does who accepts anything.
 */
const wantsProblemJson = (req: ApiExchange['req']) =>
  accepts(req).type(['application/json', PROBLEM_JSON]) === PROBLEM_JSON

const title = (code: string) => {
  const words = code.replaceAll('_', ' ')
  return words[0]?.toUpperCase() + words.slice(1)
}

/** The body of a failure: the envelope, or the same facts as RFC 9457 when `Accept` asks for it. */
export function describeFailure(
  { req, state }: ApiExchange,
  problem: Problem,
): { type: string; body: unknown } {
  const { code, message, status, details, facts } = problem
  const { requestId: request_id } = state
  if (!wantsProblemJson(req))
    return {
      type: 'application/json; charset=utf-8',
      body: envelopeOf(problem, request_id, req.headers.host),
    }
  return {
    type: PROBLEM_JSON,
    body: {
      type: docUrl(code, req.headers.host),
      title: title(code),
      status,
      detail: message,
      code,
      ...(details && { details }),
      ...facts,
      request_id,
    },
  }
}

/** The failure envelope, for the host that was called. */
export function envelopeOf(problem: Problem, request_id: string, host: string | undefined): object {
  const { code, message, details, facts } = problem
  const doc_url = docUrl(code, host)
  const error = { code, message, ...(details && { details }), ...facts, doc_url, request_id }
  return { error, request_id }
}

/** The page lives on the host that was called, so the link works on every installation. */
const docUrl = (code: string, host: string | undefined) => `${docsOrigin(host)}/docs/errors/${code}`

const HOST = /^[a-z0-9.-]+(?::\d*)?$/i

function docsOrigin(host: string | undefined): string {
  const safe = host && HOST.test(host) ? host : 'localhost'
  const local = /(?:^|\.)localhost(?::|$)|^\d+\.\d+\.\d+\.\d+(?::|$)/.test(safe)
  return `${local ? 'http' : 'https'}://${safe}`
}
