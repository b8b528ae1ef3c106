import { Problem, type OperationId, type OperationRow } from '@mobieus/contract'
import { unavailableOr } from '@mobieus/domain/kit'
import { UNTIRING } from '../hang-up.ts'
import { internalError } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { writeFor } from './write.ts'

/**
 * Refusals that leave no note. No limit would hold those of a plan without the API, or of a caller who calls too often.
 * Nor is one written while the database cannot answer.
 */
const UNNOTED: ReadonlySet<string> = new Set(['plan_gated', 'rate_limited', 'unavailable'])

/**
 * Leaves the note of a refusal, where the dialect has one, in a transaction of its own. It never rejects: what keeps
 * the note away is logged, and the answer is the same.
 */
export async function noteRefusal(
  services: Services,
  exchange: ApiExchange,
  error: unknown,
): Promise<void> {
  const { req, path, state } = exchange
  const { dialect } = state.base
  const operation = exchange.operation as OperationRow | undefined
  const operationId = exchange.operationId as OperationId
  const isAnswered = !req.destroyed || req.complete
  if (!dialect.refused || !operation || !state.caller || !isAnswered) return
  const problem = error instanceof Problem ? error : (unavailableOr(error) ?? internalError())
  if (UNNOTED.has(problem.code)) return
  const note = dialect.refused(problem, { operationId, operation, path })
  if (!note) return
  const work = async (ctx: Parameters<typeof note>[0]) => note(ctx)
  const now = services.clock()
  await writeFor(services, exchange, now, async () => {}, work, UNTIRING).catch((err: unknown) =>
    services.log.error({ err, request_id: state.requestId, operation: operationId }),
  )
}
