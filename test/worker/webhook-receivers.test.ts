import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { deliveriesAre, startHooks, type Hooks, type Json } from '../support/http/hooks.ts'
import { answering } from '../support/fake/receiver.ts'

/** The answers of receivers, and their consequences. */

let hooks: Hooks
beforeAll(async () => {
  hooks = await startHooks()
})
afterAll(() => hooks.close())

const settled = (hook: Json, n = 0, status = 'succeeded') => deliveriesAre(hooks, hook, status, n)

describe('a receiver that', () => {
  test('answers 410 is disabled at once', async () => {
    const receiver = await hooks.receiver()
    receiver.answer = answering(410)
    const hook = await hooks.register(receiver.url, ['post.created'])
    await hooks.post()
    expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
      ...{ status: 'disabled', disabled_reason: 'gone' },
    })
    expect(await hooks.audited('webhook.disabled')).toContainEqual({
      ...{ action: 'webhook.disabled', actor: null, target: { kind: 'webhook', id: hook.id } },
      before: { status: 'active', disabled_reason: null },
      after: {
        ...{ status: 'disabled', disabled_reason: 'gone', consecutive_failures: 1 },
        failing_since: expect.any(String),
      },
    })
    expect(await hooks.delivery(hook)).toMatchObject({ status: 'failed', next_attempt_at: null })
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('redirects is not followed, to wherever it leads', async () => {
    const [target, receiver] = await Promise.all([hooks.receiver(), hooks.receiver()])
    const hook = await hooks.register(receiver!.url, ['post.created'])
    for (const to of [target!.url, 'http://169.254.169.254/latest/meta-data/']) {
      receiver!.answer = answering(302, { location: to })
      await hooks.post()
    }
    await settled(hook, 1, 'failed')
    for (const n of [0, 1])
      expect((await hooks.delivery(hook, n)).attempts[0]).toMatchObject({
        status_code: 302,
        error: 'redirect',
      })
    expect(target!.received).toEqual([])
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('sends informational answers first is judged by the answer after them', async () => {
    const receiver = await hooks.receiver()
    const hook = await hooks.register(receiver.url, ['post.created'])
    receiver.answer = (_, res) => {
      res.writeContinue()
      res.writeProcessing()
      res.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' })
      res.writeContinue()
      res.end('after all')
    }
    await hooks.post()
    await settled(hook)
    expect((await hooks.delivery(hook)).attempts).toMatchObject([
      { status_code: 200, error: null, response_body: 'after all' },
    ])
    await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })

  test('compresses is kept decoded, within bounds, or as its size', async () => {
    const long = 'thanks '.repeat(1_000)
    const start = long.slice(0, 2_048)
    const zeros = Buffer.alloc(1_000_000)
    const noise = Buffer.from('not compressed at all')
    const answers = [
      ['gzip', gzipSync(long), start],
      ['GZIP, identity', gzipSync('short'), 'short'],
      ['deflate', deflateSync(long), start],
      ['deflate', deflateRawSync(long), start],
      ['br', brotliCompressSync(long), start],
      ['gzip, br', brotliCompressSync(gzipSync('twice')), 'twice'],
      ['gzip', gzipSync(randomBytes(3_000).toString('hex')), /^[0-9a-f]{1000,2048}$/],
      ['br', brotliCompressSync(zeros), ''],
      ['gzip', noise, '[gzip, 21 bytes]'],
      ['zstd', noise, '[zstd, 21 bytes]'],
      ['constructor', noise, '[constructor, 21 bytes]'],
      ['aes128gcm', zeros, '[aes128gcm, 2048 or more bytes]'],
      ['br, br, br, br', noise, '[br, br, br, br, 21 bytes]'],
    ] as const
    const receiver = await hooks.receiver()
    receiver.answer = ({ path }, res) => {
      const [coding, bytes] = answers[Number(path.split('/').at(-1))]!
      res.writeHead(200, { 'content-encoding': coding }).end(bytes)
    }
    const registered = await Promise.all(
      answers.map((_, i) => hooks.register(`${receiver.url}/${i}`, ['post.created'])),
    )
    await hooks.post()
    await Promise.all(registered.map((hook) => settled(hook)))
    for (const [i, hook] of registered.entries()) {
      const [{ response_body }] = (await hooks.delivery(hook)).attempts
      const [coding, , kept] = answers[i]!
      const expected = typeof kept === 'string' ? kept : expect.stringMatching(kept)
      expect({ coding, response_body }).toEqual({ coding, response_body: expected })
      await hooks.ok(`/webhooks/${hook.id}/delete`, {})
    }
  })

  test('is not there, or hangs up, has failed with a word for it', async () => {
    const receiver = await hooks.receiver()
    receiver.answer = (_, res) => void res.destroy()
    const hangsUp = await hooks.register(receiver.url, ['post.created'])
    const nowhere = await hooks.register('http://127.0.0.1:9/', ['post.created'])
    await hooks.post()
    await Promise.all([settled(hangsUp, 0, 'failed'), settled(nowhere, 0, 'failed')])
    const wordOf = async (hook: Json) => (await hooks.delivery(hook)).attempts[0].error
    expect(await wordOf(hangsUp)).toBe('connection_lost')
    expect(await wordOf(nowhere)).toBe('connection_refused')
    for (const hook of [hangsUp, nowhere]) await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  })
})
