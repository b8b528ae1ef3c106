import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { FinalFailure, Post } from '../../packages/domain/src/kit/index.ts'
import { outgoingMailPurge } from '../../packages/domain/src/help/mail/outgoing-purge.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { reporting, type MailEnd } from '../../packages/worker/src/post.ts'
import { keepingPost } from '../support/fake/post.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { anyMail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'
import { sendMails } from '../support/mail/sending.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let desk: MailDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
})

const send = (post: Post) => sendMails(platform, desk.tenant.live.tenantId, post)
const rows = async () =>
  (
    await platform.query(
      'select kind, status, text is null as shed from help_outgoing_mails where tenant_id = $1 order by id',
      [desk.tenant.live.tenantId],
    )
  ).rows
const reply = () => desk.write('/tickets/HD-000001/reply', { body: 'Try again.' })
const metric = async (name: string): Promise<number> => {
  const { text } = await platform.call('/metrics', { key: null })
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1])
}

test('mail that has left loses its text after 90 days, not a day before; mail to agents goes whole', async () => {
  await took(desk, anyMail())
  await reply()
  const post = keepingPost()
  await send(post)
  expect(post.sent).toHaveLength(2)
  await platform.query(
    `insert into help_outgoing_mails (tenant_id, kind, ticket_id, message_id, from_email, from_name, to_email,
       to_name, subject, text, refs, status, created_at)
     select tenant_id, 'notification', ticket_id, 'told@x.example', '', '', '', '', '', 'x', '', 'sent', created_at
     from help_outgoing_mails where tenant_id = $1 limit 1 returning id`,
    [desk.tenant.live.tenantId],
  )
  const purge = () =>
    doChore(platform.db, desk.tenant.live.tenantId, outgoingMailPurge, platform.clock.now())
  platform.clock.advance(89 * DAY_MS)
  await purge()
  expect(await rows()).toMatchObject([{ shed: false }, { shed: false }, { kind: 'notification' }])
  await reply()
  platform.clock.advance(DAY_MS)
  await purge()
  expect(await rows()).toEqual([
    { kind: 'confirmation', status: 'sent', shed: true },
    { kind: 'reply', status: 'sent', shed: true },
    { kind: 'reply', status: 'pending', shed: false },
  ])
  const answer = anyMail({ in_reply_to: post.sent[0]?.messageId, subject: 'Late' })
  expect(await took(desk, answer)).toMatchObject({ action: 'appended', reference: 'HD-000001' })
  await send(post)
})

test('a sending notes when the mail is purged', async () => {
  await took(desk, anyMail())
  const from = outgoingMailPurge.after(platform.clock.now())
  await send(keepingPost())
  const { rows: due } = await platform.query(
    'select due_at from work_due where tenant_id = $1 and kind = $2',
    [desk.tenant.live.tenantId, outgoingMailPurge.name],
  )
  const at = (due[0]?.due_at as Date).getTime()
  expect(at).toBeGreaterThanOrEqual(from.getTime())
  expect(at).toBeLessThanOrEqual(outgoingMailPurge.after(platform.clock.now()).getTime())
})

test('/metrics tells how many mails wait, and since when', async () => {
  expect(await metric('mobieus_help_mails_waiting')).toBe(0)
  expect(await metric('mobieus_help_mail_lag_seconds')).toBe(0)
  await took(desk, anyMail())
  await reply()
  await platform.query(
    `update help_outgoing_mails set created_at = now() - interval '1 hour' where tenant_id = $1`,
    [desk.tenant.live.tenantId],
  )
  expect(await metric('mobieus_help_mails_waiting')).toBe(2)
  expect(await metric('mobieus_help_mail_lag_seconds')).toBeGreaterThanOrEqual(3600)
  await send(keepingPost())
  expect(await metric('mobieus_help_mails_waiting')).toBe(0)
})

test('attempts are counted by how they end, and by the kind of mail', async () => {
  const ends: MailEnd[] = []
  const failures: (Error | FinalFailure)[] = [
    Object.assign(new Error('no such mailbox'), { isFinal: true as const }),
    new Error('not now'),
  ]
  const send = async () => {
    const failure = failures.shift()
    if (failure) throw failure
  }
  const { metrics } = platform.server.services
  const post = reporting({ send, close() {} }, (end, kind) => {
    ends.push(end)
    metrics.mailed(end, kind)
  })
  const letter = { kind: 'survey' } as never
  for (let i = 0; i < 3; i += 1) await post.send(letter).catch(() => undefined)
  expect(ends).toEqual(['refused', 'put_off', 'sent'])
  for (const end of ends)
    expect(await metric(`mobieus_mails_total{end="${end}",kind="survey"}`)).toBe(1)
})
