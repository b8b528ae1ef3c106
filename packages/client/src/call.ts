import { operations, type OperationId, type Request, type Success } from '@mobieus/contract'
import type { Client as Transport, Middleware } from 'openapi-fetch'
import { ApiError } from './error.ts'
import { readBody } from './media.ts'
import type { Fetch } from './retry.ts'

type Part<Name extends string, T> = [keyof T] extends [never]
  ? { readonly [P in Name]?: never }
  : Record<never, never> extends T
    ? { readonly [P in Name]?: T }
    : { readonly [P in Name]: T }

type BodyPart<T> = [T] extends [undefined]
  ? { readonly body?: never }
  : undefined extends T
    ? { readonly body?: T }
    : { readonly body: T }

/** The arguments of operation `Id`: `path`, `query`, `header` and `body`, as declared. */
export type CallRequest<Id extends OperationId> = Part<'path', Request<Id>['path']> &
  Part<'query', Request<Id>['query']> &
  Part<'header', Request<Id>['header']> &
  BodyPart<Request<Id>['body']>

/** The settings of one call; unset ones are as the client was created. */
export interface CallOptions {
  /** Aborts the call, waits between attempts included. */
  readonly signal?: AbortSignal
  /** Further attempts after the first. */
  readonly maxRetries?: number
  /** Milliseconds for one attempt. */
  readonly timeoutMs?: number
  /**
   * The key instead of a random one; `null` sends none, and a POST is then only repeated after a 429.
   */
  readonly idempotencyKey?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** The arguments after the operation's name; the request may be left out where nothing is required. */
export type CallArguments<Id extends OperationId> =
  Record<never, never> extends CallRequest<Id>
    ? [request?: CallRequest<Id>, options?: CallOptions]
    : [request: CallRequest<Id>, options?: CallOptions]

/** A successful answer: its body, and the response with status and headers (its body is read). */
export interface Answer<Id extends OperationId> {
  readonly data: Success<Id>
  readonly response: Response
}

/**
 * One operation by its name, over an openapi-fetch client with its middleware.
 * Resolves with the answer when its status is 2xx, otherwise rejects with an ApiError.
 */
export async function callOperation<Id extends OperationId>(
  transport: Transport<object>,
  id: Id,
  request: { path?: object; query?: object; header?: object; body?: unknown },
  { idempotencyKey, ...options }: CallOptions & { readonly fetch?: Fetch },
): Promise<Answer<Id>> {
  const { method, path } = operations[id]
  const { body, ...params } = request
  const send = transport.request as unknown as Send
  const { response, error } = await send(method, path, {
    ...options,
    params,
    body,
    parseAs: 'stream',
    middleware: idempotencyKey === undefined ? [] : [withKey(idempotencyKey)],
  })
  if (!response.ok) throw new ApiError(response, error)
  return { data: (await readBody(response)) as Success<Id>, response }
}

/** The method's own type wants literals of the contract, which the table's row cannot be here. */
type Send = (
  method: string,
  path: string,
  init: Record<string, unknown>,
) => Promise<{ response: Response; error?: unknown }>

/** Runs after the client's own middleware and so has the last word. */
function withKey(key: string | null): Middleware {
  return {
    onRequest({ request }) {
      if (key === null) request.headers.delete('idempotency-key')
      else request.headers.set('idempotency-key', key)
    },
  }
}
