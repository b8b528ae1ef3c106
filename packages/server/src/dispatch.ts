import { operations, securitySchemes, type OperationRow } from '@mobieus/contract'
import { validators } from '@mobieus/contract/artifacts'
import { handlers } from '@mobieus/domain'
import { BODY_LIMIT_BYTES } from '@mobieus/domain/core'
import { unavailableOr, type Caller } from '@mobieus/domain/kit'
import { credentials } from './credentials/index.ts'
import { baseOf, prefixes, type Base } from './bases.ts'
import { readBytes } from './http/body.ts'
import { createRouter, type Handlers, type Router, type RouterOptions } from './http/router.ts'
import type { Services } from './services.ts'
import { createAdmissions, type Admitted, type Way } from './stages/admission.ts'
import { applyPreflight, openingHeaders, restrictCors } from './stages/cors.ts'
import { perform } from './stages/perform.ts'
import { requirePlan } from './stages/plan.ts'
import { requireQuotas, type Metered } from './stages/rate-limit.ts'
import { noteRefusal } from './stages/refusal.ts'
import { createRequestId } from './stages/request-id.ts'
import { requireScope, requireStanding } from './stages/scope.ts'
import { findTenant } from './stages/tenant.ts'
import type { ApiExchange, State } from './state.ts'
import { whenKnown } from './when-known.ts'

/** Told of each exchange once it is answered; for tests and for judges beside the server. */
export type Observer = (exchange: ApiExchange, status: number, text: string | undefined) => void

/**
 * The one dispatcher of all operations. First come request id → tenant by host → CORS → key or session
 * (401) → what is sent beside it (403). Then come plan (403) → rate limit (429) → scope (403) → a
 * suspended member's key reads only (403). Last come read and validate (400/422) → handler in its
 * transaction → answer. Paths below the bases of the contract are answered here, in the dialect of
 * their base; the rest goes to `next`.
 */
export function createDispatcher(services: Services, observe?: Observer): Router {
  const { config, directory, log, metrics } = services
  const authenticate = createAdmissions(operations, securitySchemes, credentials)

  const enter = (exchange: ApiExchange): void | Promise<void> =>
    whenKnown(findTenant(exchange.req.headers.host, config, directory), (host) =>
      entered(exchange, host),
    )

  const admit = (exchange: ApiExchange): void | Promise<void> => {
    const { req, operation, state } = exchange
    const place = { host: state.host, services, now: state.now }
    return whenKnown(authenticate(req, operation as OperationRow, place), (admitted) =>
      admitAs(admitted, exchange),
    )
  }

  const admitAs = ({ tenant, caller, way }: Admitted, exchange: ApiExchange) => {
    const { req, headers, state } = exchange
    const { now } = state
    const operation = exchange.operation as OperationRow
    const key = caller?.kind === 'key' ? caller : undefined
    const metered = meteredOf(caller, way)
    state.tenant = tenant
    state.caller = caller
    Object.assign(headers, state.base.dialect.headersFor?.(req, tenant.settings))
    // On a bare host the credential names the tenant, whose origins may read this.
    if (!state.host && state.base.cors) restrictCors(req, headers, tenant.allowedOrigins)
    const use = { at: now, ip: req.socket.remoteAddress }
    if (metered?.meter.lastUse)
      services.lastUse.note(metered.meter.lastUse, tenant.id, metered.caller.id, use)
    if (caller) for (const each of way.beside) each.require(req, caller)
    requirePlan(tenant, operation)
    return whenKnown(
      requireQuotas(services.rateLimiter, headers, { tenant, metered, operation, now }),
      () => {
        if (caller) requireScope(caller, way)
        if (key) requireStanding(key, operation.method, now)
      },
    )
  }

  const onAnswer: RouterOptions<State>['onAnswer'] = (exchange, status, text) => {
    const { req, path, state } = exchange
    const ms = performance.now() - exchange.startedAt
    metrics.answered(exchange.operationId ?? 'none', status, ms / 1000)
    if (log.isLevelEnabled('info'))
      log.info({
        request_id: state.requestId,
        method: req.method,
        path,
        operation: exchange.operationId,
        status,
        ms: Math.round(ms * 10) / 10,
        tenant: state.tenant?.slug ?? state.host?.live.slug,
        ...(state.caller && { [state.caller.kind]: state.caller.id }),
      })
    observe?.(exchange, status, text)
  }

  return createRouter<State>({
    operations,
    validators,
    handlers: handlers as unknown as Handlers,
    bodyLimit: BODY_LIMIT_BYTES,
    uploads: config.uploads,
    prefixes,
    createState: (prefix) => createState(baseOf(prefix), services.clock()),
    createHeaders: openingHeaders,
    enter,
    admit,
    perform: (exchange, request) => perform(services, exchange, request),
    rewrite: (exchange) =>
      exchange.state.base.dialect.rewrite?.(exchange.req, exchange.search, async () =>
        readBytes(exchange.req, BODY_LIMIT_BYTES),
      ),
    onRefusal: (exchange, error) =>
      exchange.state.base.dialect.refused && noteRefusal(services, exchange, error),
    explain: unavailableOr,
    describe: (exchange, problem) => {
      const { req, state } = exchange
      return state.base.dialect.failure(problem, { req, requestId: state.requestId })
    },
    onError: (exchange, error) =>
      log.error({
        err: error,
        request_id: exchange.state.requestId,
        operation: exchange.operationId,
      }),
    onAnswer,
  })
}

/** The caller as one whose requests are counted, where its kind of credential has rows for that. */
function meteredOf(caller: Caller | undefined, way: Way | undefined): Metered | undefined {
  const meter = way?.credential.meter
  return meter && caller && 'requestsPerMinute' in caller ? { caller, meter } : undefined
}

/** Every field from the start: an object that grows is slower to make and to read. */
const createState = (base: Base, now: Date): State => ({
  requestId: createRequestId(),
  base,
  now,
  host: undefined,
  tenant: undefined,
  caller: undefined,
  conditions: undefined,
})

function entered(exchange: ApiExchange, host: ApiExchange['state']['host']): void {
  const { req, headers, state } = exchange
  state.host = host
  Object.assign(headers, state.base.dialect.headersFor?.(req, host?.live.settings))
  if (!state.base.cors) return
  if (host) restrictCors(req, headers, host.live.allowedOrigins)
  if (req.method === 'OPTIONS') applyPreflight(req, headers)
}
