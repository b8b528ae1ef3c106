import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Observer } from '../../../packages/server/src/dispatch.ts'
import { observedOf, type Observed } from '../../../packages/server/src/observed.ts'
import type { SentExchange } from '../process/judge-process.ts'

/** Collects what the judge holds against the exchanges of a test. */
export interface Witness {
  readonly observe: Observer
  /** Waits for the judge; throws what it disagreed with since the last time. */
  settle(): Promise<void>
}

const BATCH = 100

/** A witness beside a test's server, who tells the run's judge of every exchange. */
export function createWitness(): Witness {
  let untold: SentExchange[] = []
  let telling: Promise<string[]>[] = []

  function tell(): void {
    if (untold.length > 0) telling.push(askJudge(untold))
    untold = []
  }

  return {
    observe(exchange, status, text) {
      const observed = observedOf(exchange, status, text)
      if (!observed) return
      untold.push(sent(observed))
      if (untold.length >= BATCH) tell()
    },
    async settle() {
      tell()
      const told = telling
      telling = []
      const found = (await Promise.all(told)).flat()
      if (found.length > 0) throw new Error(`The judge disagrees:\n${found.join('\n')}`)
    },
  }
}

const sent = ({ request, ...rest }: Observed): SentExchange => ({
  ...rest,
  request: { ...request, body: request.body?.toString('base64') },
})

async function askJudge(exchanges: readonly SentExchange[]): Promise<string[]> {
  const port = process.env.TEST_JUDGE_PORT
  if (port === undefined) throw new Error('there is no judge: run tests through Jest')
  return new Promise((resolve, reject) => {
    // On a connection of its own: the judge may be closing one that was kept when it is used again.
    const judge = { host: '127.0.0.1', port, method: 'POST', agent: false }
    const asking = request(judge, (answer) => resolve(json(answer) as Promise<string[]>))
    asking.on('error', reject)
    asking.end(JSON.stringify(exchanges))
  })
}
