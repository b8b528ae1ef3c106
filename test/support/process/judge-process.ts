import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Observed } from '../../../packages/server/src/observed.ts'
import { createExaminer } from '../../../packages/server/src/watch.ts'

/**
 * The judge of a whole test run, in a process of its own: takes lists of exchanges, answers what it
 * disagrees with. Tells its port to its parent and ends with it.
 */

/** An exchange on the wire: the body's bytes as base64. */
export interface SentExchange extends Omit<Observed, 'request'> {
  readonly request: Omit<Observed['request'], 'body'> & { readonly body: string | undefined }
}

const examine = createExaminer()

const server = createServer(async (req, res) => {
  const faults: string[] = []
  for (const { request, ...rest } of (await json(req)) as SentExchange[]) {
    const body = request.body === undefined ? undefined : Buffer.from(request.body, 'base64')
    faults.push(...(await examine({ ...rest, request: { ...request, body } })))
  }
  res.end(JSON.stringify(faults))
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
