import { operations, type OperationId, type paths, type Success } from '@mobieus/contract'
import createTransport, { type Client as Transport, type Middleware } from 'openapi-fetch'
import { callOperation, type Answer, type CallArguments } from './call.ts'
import { retryingFetch, type Fetch, type RetryOptions } from './retry.ts'

/** The settings of a client: the API's address, its key, and its patience. */
export interface ClientOptions extends Partial<RetryOptions> {
  /** The tenant's host, `https://YOUR-TENANT.mobieus.io`, without a path. */
  readonly baseUrl: string
  /** `mc_live_…` or `mc_test_…`, sent as bearer token. */
  readonly apiKey: string
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
}

/** openapi-fetch's methods by path (`client.GET('/api/v1/posts')`), and calls by operation. */
export interface Client extends Transport<paths> {
  /**
   * Calls an operation by its operationId and resolves with the body of its answer.
   * Rejects with an ApiError when the answer is a failure.
   */
  call<Id extends OperationId>(id: Id, ...args: CallArguments<Id>): Promise<Success<Id>>
  /** Calls an operation as `call` does, with the response beside the body: `{ data, response }`. */
  callRaw<Id extends OperationId>(id: Id, ...args: CallArguments<Id>): Promise<Answer<Id>>
}

/**
 * A client of one tenant, for Node 20 and later and for browsers. It repeats what may be repeated (see
 * `retryingFetch`), twice unless told otherwise. Every POST that honours it has a random
 * `Idempotency-Key`, kept over the attempts, so that none has a second effect.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://demo.mobieus.io', apiKey: 'mc_live_XXXX' })
 *
 * const { data: post } = await client.call('createPost', {
 *   body: { forum_slug: 'atari-2600', title: 'Which capacitor kit?', body: 'The picture rolls.' },
 * })
 * for await (const reply of paginate(client, 'listPosts', { query: { thread_id: post.thread_id } }))
 *   console.log(reply.author.username, reply.body)
 *
 * @example
 * try {
 *   await client.call('deletePost', { path: { id: 4502 } }, { idempotencyKey: 'delete-4502' })
 * } catch (error) {
 *   if (!(error instanceof ApiError)) throw error
 *   console.error(error.code, error.facts.required_scope, error.requestId)
 * }
 */
export function createClient({ baseUrl, apiKey, headers, ...patience }: ClientOptions): Client {
  const defaults: RetryOptions = {
    maxRetries: 2,
    timeoutMs: 30_000,
    backoffMs: 500,
    maxWaitMs: 60_000,
    // Looked up at each call, so that a fetch replaced later (tracing, tests) is the one used.
    fetch: (request) => globalThis.fetch(request),
    ...patience,
  }
  const transport = createTransport<paths>({ baseUrl, fetch: retryingFetch(defaults), headers })
  transport.use(withKeys(apiKey))

  const callRaw: Client['callRaw'] = (id, ...[request = {}, options = {}]) => {
    const { maxRetries = defaults.maxRetries, timeoutMs = defaults.timeoutMs, ...rest } = options
    const fetch: Fetch = retryingFetch({ ...defaults, maxRetries, timeoutMs })
    return callOperation(transport, id, request, { ...rest, fetch })
  }
  return {
    ...transport,
    callRaw,
    call: async (id, ...args) => (await callRaw(id, ...args)).data,
  }
}

/** The API key and, on what honours it, an Idempotency-Key; what the caller has set stays. */
function withKeys(apiKey: string): Middleware {
  return {
    onRequest({ request, schemaPath }) {
      setMissing(request.headers, 'authorization', `Bearer ${apiKey}`)
      if (honoursKey.has(`${request.method} ${schemaPath}`))
        setMissing(request.headers, 'idempotency-key', crypto.randomUUID())
    },
  }
}

const honoursKey = new Set(
  Object.values(operations)
    .filter((operation) => operation.idempotent)
    .flatMap(({ method, path, aliases }) =>
      [path, ...aliases].map((each) => `${method.toUpperCase()} ${each}`),
    ),
)

function setMissing(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value)
}
