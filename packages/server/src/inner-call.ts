import { ServerResponse, type IncomingMessage } from 'node:http'
import { requestAs } from './http/rewritten.ts'
import type { Router } from './http/router.ts'

/** A call of an operation by `POST`, with a body as JSON and the CSRF token of the reader's session. */
export interface InnerCall {
  readonly path: string
  readonly body: object
  readonly csrf: string
}

/** The answer of an operation. */
export interface InnerAnswer {
  readonly status: number
  readonly body: { readonly data?: unknown; readonly error?: InnerError }
}

interface InnerError {
  readonly message: string
  readonly details?: readonly { readonly field: string; readonly message: string }[]
}

/**
 * Calls an operation for a form of a page. It is the reader's own call: it has the cookie and the origin of the request
 * that brought the form, and goes through every stage.
 */
export function callFor(
  dispatch: Router,
  came: IncomingMessage,
  { path, body, csrf }: InnerCall,
): Promise<InnerAnswer> {
  const req = requestAs(came, path, {
    ...{ method: 'POST', search: '' },
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
    body: Buffer.from(JSON.stringify(body)),
  })
  // A credential for what stands in front of us is none of the operation's.
  delete req.headers.authorization
  return new Promise((resolve, reject) => {
    const res = new ServerResponse(req)
    const end = (text?: string) => {
      resolve({ status: res.statusCode, body: text ? JSON.parse(text) : {} })
      return res
    }
    dispatch(req, Object.assign(res, { end }), () => reject(new Error(`${path} is no operation`)))
  })
}
