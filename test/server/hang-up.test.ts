import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/platform.ts'
import { until } from '../support/until.ts'

/** Callers who leave before they have said everything. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const MULTIPART = 'multipart/form-data; boundary=b'
const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\nhalf'

test.each([
  { path: '/api/v1/posts', operation: 'createPost', type: 'application/json', body: '{"body":' },
  { path: '/api/v1/files', operation: 'createFile', type: MULTIPART, body: PART },
])('$operation, half sent: no error of ours, and counted as what it is', async (each) => {
  const socket = connect(platform.server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `POST ${each.path} HTTP/1.1\r\nHost: demo.localhost\r\nAuthorization: Bearer ${platform.secret}\r\n` +
      `Content-Type: ${each.type}\r\nContent-Length: 1000\r\n\r\n${each.body}`,
  )
  // Its body is being waited for once the key is known.
  await platform.call('/api/v1/me')
  socket.destroy()
  const line = () =>
    platform.logged
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find(({ operation }) => operation === each.operation)
  await until(async () => line() !== undefined, 5_000)
  expect(line()).toMatchObject({ level: 30, status: 499 })
  expect(platform.logged.filter((text) => JSON.parse(text).level > 30)).toEqual([])
})
