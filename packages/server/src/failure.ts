import type { Problem } from '@mobieus/contract'
import type { ApiExchange } from './state.ts'

const PROBLEM_JSON = 'application/problem+json'

/** Whether the caller asks for RFC 9457 by name; anything less keeps the envelope. */
const wantsProblemJson = (accept: string | undefined) =>
  accept?.toLowerCase().includes(PROBLEM_JSON) ?? false

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
  // The page lives on the host that was called, so the link works on every installation.
  const doc_url = `${docsOrigin(req.headers.host)}/docs/errors/${code}`
  const faults = details && { details }
  if (wantsProblemJson(req.headers.accept))
    return {
      type: PROBLEM_JSON,
      body: {
        type: doc_url,
        title: title(code),
        status,
        detail: message,
        code,
        ...faults,
        ...facts,
        request_id,
      },
    }
  return {
    type: 'application/json; charset=utf-8',
    body: { error: { code, message, ...faults, ...facts, doc_url, request_id }, request_id },
  }
}

const HOST = /^[a-z0-9.-]+(?::\d+)?$/i

function docsOrigin(host: string | undefined): string {
  const safe = host && HOST.test(host) ? host : 'localhost'
  const local = /(?:^|\.)localhost(?::|$)|^\d+\.\d+\.\d+\.\d+(?::|$)/.test(safe)
  return `${local ? 'http' : 'https'}://${safe}`
}
