import { published } from '../../packages/contract/src/artifacts.ts'
import { createJudge, type JudgedRequest } from '../../packages/server/src/judge.ts'
import type { Observer } from '../../packages/server/src/dispatch.ts'

/** Collects what the judge holds against the exchanges of a test. */
export interface Witness {
  readonly observe: Observer
  /** Waits for the judge; throws what it disagreed with since the last time. */
  settle(): Promise<void>
}

/**
 * Where the two implementations are known to differ: ours is the stricter one, on purpose.
 * Anything else that they judge differently is a bug of one of them.
 */
const KNOWN: readonly {
  readonly why: string
  readonly of: (fault: string, request: JudgedRequest) => boolean
}[] = [
  {
    why: 'Ajv coerces 0x10, 1e1, 05 and surrounding blanks to numbers; our grammar does not',
    of: (_fault, { url }) =>
      /[?&](?:limit|author_id|thread_id)=[^&]*(?:0x|e|\+|%20|=0\d|\.0)/i.test(url),
  },
  {
    why: 'of a repeated parameter the judge takes a list or the last one; we refuse it',
    of: (_fault, { url }) => /[?&]([^=&]+)=[^&]*&(?:.*&)?\1=/.test(url),
  },
  {
    why: 'PostgreSQL cannot store U+0000, and a lone surrogate is no text',
    of: (_fault, { url, body }) =>
      /%00/.test(url) || /\\u(?:0000|d[89a-f])/i.test(body?.toString() ?? ''),
  },
]

/** Beyond which the difference is ours to explain; `undefined` if there is no known reason. */
export const knownDifference = (fault: string, request: JudgedRequest): string | undefined =>
  KNOWN.find((each) => each.of(fault, request))?.why

/** A judge beside a test's server. */
export function createWitness(): Witness {
  const judge = createJudge(JSON.parse(published.json.toString()) as object)
  let pending: Promise<void>[] = []
  let faults: string[] = []

  async function examine(
    request: JudgedRequest,
    accepted: boolean | undefined,
    status: number,
    text: string | undefined,
  ): Promise<void> {
    const line = `${request.method} ${request.url} → ${status}`
    if (accepted !== undefined) {
      const fault = await judge.request(request)
      if (accepted === (fault !== undefined) && !knownDifference(fault ?? '', request))
        faults.push(`${line}: we ${accepted ? 'accepted' : 'refused'}, the judge ${fault ?? 'accepted'}
  body ${request.body?.toString().slice(0, 300)}`)
    }
    if (text === undefined || request.headers.accept?.includes('problem+json')) return
    const fault = await judge.answer(
      { ...request, method: request.method === 'HEAD' ? 'GET' : request.method },
      status,
      text,
    )
    if (fault)
      faults.push(`${line}: the answer is not as declared: ${fault}\n  ${text.slice(0, 300)}`)
  }

  return {
    observe(exchange, status, text) {
      if (!exchange.operationId) return
      const { req } = exchange
      const request: JudgedRequest = {
        method: req.method as string,
        url: req.url as string,
        headers: req.headers,
        body: exchange.bytes?.length ? exchange.bytes : undefined,
      }
      // Refused before it was read: nothing to compare.
      const read = exchange.request !== undefined || status === 400 || status === 422
      pending.push(
        examine(request, read ? exchange.request !== undefined : undefined, status, text),
      )
    },
    async settle() {
      await Promise.all(pending)
      pending = []
      const found = faults
      faults = []
      if (found.length > 0) throw new Error(`The judge disagrees:\n${found.join('\n')}`)
    },
  }
}
