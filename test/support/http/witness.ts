import { createHash } from 'node:crypto'
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
  const told = new Set<string>()
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
      const looks = looksOf(observed)
      if (told.has(looks)) return
      told.add(looks)
      untold.push(sent(observed))
      if (untold.length >= BATCH) tell()
    },
    async settle() {
      tell()
      told.clear()
      const asked = telling
      telling = []
      const found = (await Promise.all(asked)).flat()
      if (found.length > 0) throw new Error(`The judge disagrees:\n${found.join('\n')}`)
    },
  }
}

/** Headers that do not change the judge's word, any more than the number of a request does. */
const OF_NO_MATTER = ['authorization', 'connection', 'content-length', 'cookie', 'host']
const NUMBER = /req_[0-9a-z]{26}/g

function looksOf({ request, accepted, answer }: Observed): string {
  const { method, url, headers, body } = request
  // The answer alone is judged where the request was not read.
  const read = accepted === undefined ? [] : Object.entries(headers)
  const looks = createHash('sha1')
    .update(JSON.stringify(read.filter(([name]) => !OF_NO_MATTER.includes(name))))
    .update(`${accepted} ${method} ${url} ${answer.status} ${answer.type} `)
    .update(answer.text?.replaceAll(NUMBER, '') ?? '')
  if (accepted !== undefined && body) looks.update(body)
  return looks.digest('base64')
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
