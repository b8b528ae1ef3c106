import { reader } from '@mobieus/db'
import { type Caller, conditionsOf, type Context } from '@mobieus/domain/kit'
import { waiterOf } from '../hang-up.ts'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { handlerOf, toAnswer } from './answer.ts'
import { performExternal } from './external.ts'
import { answerKeysOf, claim, createClaim, type Claim } from './idempotency.ts'
import { RequestContext } from './request-context.ts'
import { withUploads } from './uploads.ts'
import { writeAnswer, type Written } from './write.ts'

/**
 * Runs the handler. A read gets a reader, each of whose queries is one trip. A write is one
 * transaction: claim the Idempotency-Key, handler, one flush of counters, events and the stored
 * answer together with COMMIT. So a crash anywhere leaves all of it or nothing, and an answer is
 * sent only when its effect is certain. An operation that calls the outside holds none while it waits.
 */
export function perform(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
): Promise<Answer> {
  const { operation, files, state } = exchange
  if (operation?.method === 'get' && !operation.external) return read(services, exchange, request)
  state.conditions = conditionsOf(request.header)
  // Bytes and parts are read by the handler; only the files of a form are moved to quarantine.
  if (!files || !operation?.body?.fields) return write(services, exchange, request)
  return withUploads(services, exchange, request, (kept) => write(services, exchange, kept))
}

async function read(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
): Promise<Answer> {
  const tx = reader(services.db, exchange.state.tenant?.id as number, waiterOf(exchange))
  const ctx = new RequestContext(services, exchange, { tx }, exchange.state.now)
  return toAnswer(services, exchange, request, await handlerOf<Context>(exchange)(ctx, request))
}

function write(services: Services, exchange: ApiExchange, request: RequestParts): Promise<Written> {
  const claimed = claimOf(exchange, request)
  if (exchange.operation?.external) return performExternal(services, exchange, request, claimed)
  const { now } = exchange.state
  return writeAnswer(services, exchange, request, {
    now,
    claimed,
    open: claimed && ((transaction) => claim(transaction, claimed, now, answerKeysOf(services))),
    work: handlerOf<Context>(exchange),
  })
}

/** The claim of a request with an Idempotency-Key: for its caller, its path and its content. */
function claimOf({ state, template = '' }: ApiExchange, request: RequestParts): Claim | undefined {
  const idempotencyKey = request.header['idempotency-key'] as string | undefined
  if (idempotencyKey === undefined) return undefined
  return createClaim(idempotencyKey, nameOf(state.caller), template, request)
}

/** The name of a caller within its tenant; callers without a credential share one. */
const nameOf = (caller: Caller | undefined): string =>
  caller?.kind === 'key' ? String(caller.id) : caller ? `${caller.kind} ${caller.id}` : 'nobody'
