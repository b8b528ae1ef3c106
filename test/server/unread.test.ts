import { once } from 'node:events'
import type { RequestListener, Server, ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createHttpServer } from '../../packages/server/src/http-server.ts'
import { until } from '../support/until.ts'

/**
 * Callers who ask and do not read. The answers made for them are counted, not the memory it takes.
 */

const MEGABYTE = 'x'.repeat(1_000_000)
const REQUEST = 'GET /api/v1/posts HTTP/1.1\r\nHost: demo.localhost\r\n\r\n'

let server: Server | undefined
const callers: Socket[] = []
afterEach(async () => {
  for (const caller of callers.splice(0)) caller.destroy()
  server?.closeAllConnections()
  server?.close()
})

async function listen(onRequest: RequestListener, unreadMs?: number): Promise<number> {
  server = createHttpServer(onRequest, unreadMs)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A caller who sends this and reads nothing until told to. */
async function call(port: number, text: string): Promise<Socket> {
  const caller = connect(port, '127.0.0.1')
  caller.pause().on('error', () => undefined)
  callers.push(caller)
  await once(caller, 'connect')
  caller.write(text)
  return caller
}

test('fifty answers of a megabyte are made one at a time, and all are given to a caller who reads', async () => {
  const begun: ServerResponse[] = []
  const making = () => begun.filter((res) => !res.writableFinished).length
  let most = 0
  const port = await listen((_req, res) => {
    begun.push(res)
    most = Math.max(most, making())
    res.end(MEGABYTE)
  })
  const caller = await call(port, REQUEST.repeat(50))
  // The network takes some megabytes; what it does not take is not made.
  await until(async () => begun.length > 1 && making() === 1)
  expect(begun.length).toBeLessThan(50)
  let bytes = 0
  caller.on('data', (chunk: Buffer) => void (bytes += chunk.length)).resume()
  await until(async () => bytes > 50 * MEGABYTE.length)
  expect({ begun: begun.length, most }).toEqual({ begun: 50, most: 1 })
})

test('a flood of requests is taken as far as they may wait, and begun one by one', async () => {
  const held: (() => void)[] = []
  const port = await listen((_req, res) => void held.push(() => res.end('ok')))
  const caller = await call(port, REQUEST.repeat(20_000))
  await until(async () => held.length > 0)
  let text = ''
  caller.on('data', (chunk: Buffer) => void (text += chunk)).resume()
  const closed = once(caller, 'close')
  for (let begun = 1; begun <= 101; begun++) {
    await until(async () => held.length === begun)
    held.at(-1)?.()
  }
  await closed
  expect(held).toHaveLength(101)
  expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(101)
  expect(text).toMatch(/connection: close/i)
})

test('a caller who does not read for long is let go; one who waits for an answer is not', async () => {
  const made: (() => void)[] = []
  const port = await listen((req, res) => {
    if (req.url === '/slow') made.push(() => res.end('late'))
    else res.end(MEGABYTE.repeat(20))
  }, 150)
  const gone = new Promise<void>((resolve) => {
    server?.once('connection', (socket) => socket.once('close', resolve))
  })
  await call(port, REQUEST)
  await gone
  const idle = once(server as Server, 'timeout')
  const waiting = await call(port, REQUEST.replace('/api/v1/posts', '/slow'))
  await idle
  await until(async () => made.length === 1)
  made[0]?.()
  const [answer] = await once(waiting.resume(), 'data')
  expect(String(answer)).toMatch(/late/)
})
