// Generated from the contract by `npm run generate`. Never edited by hand.

/** Every error code with its HTTP status and what it means. */
export const errorCodes = {
  invalid_request: {
    status: 400,
    summary: 'The path, the query, a header or the JSON itself is malformed.',
  },
  invalid_api_key: {
    status: 401,
    summary: 'The key, or the session, is missing, unknown, revoked, expired, of another tenant, or of a member who is banned or has left.',
  },
  insufficient_scope: {
    status: 403,
    summary: 'The key lacks the scope that the operation needs, or the session its role or CSRF token.',
  },
  not_allowed: {
    status: 403,
    summary: 'The member whose key or session it is ranks too low for it, or is suspended.',
  },
  plan_gated: { status: 403, summary: "The tenant's plan does not include the operation." },
  not_found: { status: 404, summary: 'There is no such resource, or none that this key may see.' },
  tenant_not_found: { status: 404, summary: 'No tenant has this host.' },
  method_not_allowed: {
    status: 405,
    summary: 'The path exists, the method does not; `Allow` lists those that do.',
  },
  conflict: { status: 409, summary: 'The request contradicts the state of the resource.' },
  seats_exhausted: { status: 409, summary: 'All seats of the cohort are taken.' },
  idempotency_in_progress: {
    status: 409,
    summary: 'The first request with this Idempotency-Key is still running.',
  },
  precondition_failed: { status: 412, summary: 'A precondition of the request does not hold.' },
  payload_too_large: { status: 413, summary: 'The body is larger than the operation accepts.' },
  uri_too_long: { status: 414, summary: 'The path and the query together are too long.' },
  range_not_satisfiable: {
    status: 416,
    summary: 'The range that was asked for lies behind the end.',
  },
  unsupported_media_type: {
    status: 415,
    summary: 'The body is of a type or encoding that the operation does not accept.',
  },
  validation_failed: {
    status: 422,
    summary: 'The body is JSON, but not what the operation accepts; `details` lists every fault.',
  },
  idempotency_key_reused: {
    status: 422,
    summary: 'The Idempotency-Key was used with another body.',
  },
  rate_limited: {
    status: 429,
    summary: 'The key has used up its requests; wait for `Retry-After` seconds.',
  },
  headers_too_large: { status: 431, summary: 'The headers are too large.' },
  internal_error: { status: 500, summary: 'Something broke on our side; nothing was changed.' },
  not_implemented: {
    status: 501,
    summary: "The method is none of HTTP's, or the transfer coding none that is spoken here.",
  },
  unavailable: {
    status: 503,
    summary: 'The service cannot answer just now; wait for `Retry-After` seconds.',
  },
  no_key: { status: 200, summary: "The tenant's key was removed, or the provider refuses it." },
  gate_blocked: {
    status: 200,
    summary: 'The plan, the toggle of the hook, the spend cap or the rate does not let it through, or no key was ever set.',
  },
  ticket_not_found: { status: 200, summary: 'There is no ticket with this id.' },
  no_requester_text: { status: 200, summary: 'The requester of the ticket has written nothing.' },
  malformed_json: {
    status: 200,
    summary: "The model's answer was not what was asked for, and neither was the repaired one.",
  },
  provider_error: {
    status: 200,
    summary: "The model's provider took too long, refused, or failed.",
  },
} as const

export type ErrorCode = keyof typeof errorCodes
