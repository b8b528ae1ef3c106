import { expect } from '@jest/globals'
import { keepingPost } from '../fake/post.ts'
import type { Called, Json, Platform, TestTenant } from '../http/platform.ts'
import { sendMails } from './sending.ts'

/** A tenant with an e-mail account, to which mail is handed over. */
export interface MailDesk {
  readonly tenant: TestTenant
  readonly secret: string
  /** Hands over a mail, as JSON or as it is. */
  post(mail: object | string | Uint8Array): Promise<Called>
  read(path: string): Promise<Json>
  write(path: string, body: object): Promise<Called>
  /** The thread of a ticket without its entries about changes, the oldest first. */
  thread(reference: string): Promise<Json[]>
  /** Events of the help desk's audit log about mail, the newest first. */
  audited(): Promise<string[]>
  /** The types of its events, in their order, from the one after this many. */
  events(after?: number): Promise<string[]>
  /** Sends what is to be sent, as a worker does; answers mails of ours, the oldest first, from the one after this many. */
  sent(after?: number): Promise<Json[]>
}

export async function openMailDesk(
  platform: Platform,
  address = 'support@acme.example.com',
): Promise<MailDesk> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const host = tenant.url
  const call = (path: string, body?: object) =>
    platform.call(`/api/v1/helpdesk${path}`, { key, host, ...(body && { method: 'POST', body }) })
  const account = await call('/email-accounts', { address, name: 'Acme Support' })
  const secret: string = account.body.data.inbound_secret
  const read = async (path: string) => (await call(path)).body.data
  return {
    ...{ tenant, secret, read },
    post(mail) {
      const isJson = !(typeof mail === 'string' || mail instanceof Uint8Array)
      const type = isJson ? 'application/json' : 'message/rfc822'
      return platform.call('/api/helpdesk/inbound-email', {
        ...{ key: null, host, method: 'POST' },
        headers: { 'content-type': type, 'x-mobieus-inbound-secret': secret },
        body: isJson ? JSON.stringify(mail) : mail,
      })
    },
    write: (path, body) => call(path, body),
    thread: async (reference) =>
      (await read(`/tickets/${reference}/messages?limit=100`)).filter(
        ({ kind }: Json) => kind !== 'system',
      ),
    audited: async () =>
      (await read('/audit?limit=200'))
        .filter(({ target }: Json) => target.kind === 'inbound_email')
        .map(({ event_key }: Json) => event_key),
    async events(after = 0) {
      const { body } = await platform.call('/api/v1/events?order=asc&limit=100', { key, host })
      return body.data.map(({ type }: Json) => type).slice(after)
    },
    async sent(after = 0) {
      const { tenantId } = tenant.live
      expect(await sendMails(platform, tenantId, keepingPost())).toEqual([])
      const { rows } = await platform.query(
        `select * from help_outgoing_mails
         where tenant_id = $1 and status in ('sent', 'bounced') order by id`,
        [tenantId],
      )
      return rows.slice(after)
    },
  }
}

/** A desk with the tickets that the cases speak of. */
export interface CaseDesk extends MailDesk {
  /** The mail with the Message-IDs of our newest mails in the place of those that stand for them. */
  addressed<M extends object>(mail: M): M
}

/** The tickets that the cases speak of, each opened by `<open-n@example.com>`, as they stand there. */
export async function openCases(platform: Platform): Promise<CaseDesk> {
  const desk = await openMailDesk(platform)
  const { tenantId } = desk.tenant.live
  const froms = ['ana', 'ana', 'chen', 'ana', 'ana', 'dana@example.org', 'ana', 'ana', 'chen']
  for (const [i, from] of froms.entries()) {
    await desk.post({
      ...{ from: from.includes('@') ? from : `${from}@example.com`, subject: `Ticket ${i + 1}` },
      ...{ text: 'It is broken.', message_id: `<open-${i + 1}@example.com>` },
      ...(i === 5 && { headers: { Cc: 'Eli <eli@example.org>' } }),
    })
    // So that nobody is held back for having written so often.
    platform.clock.advance(3 * 60 * 1000)
  }
  const idOf = new Map((await desk.sent()).map((mail) => [Number(mail.ticket_id), mail.message_id]))
  await desk.write('/tickets/HD-000001', { assignee_id: await addBo(platform, desk) })
  const statuses = { 1: 'open', 2: 'pending', 3: 'resolved', 4: 'closed', 6: 'open', 7: 'on_hold' }
  for (const [number, status] of Object.entries(statuses))
    await desk.write(`/tickets/HD-00000${number}/status`, { status })
  await platform.query(
    `update help_tickets set closed_at = closed_at - interval '15 days'
     where tenant_id = $1 and number = 4`,
    [tenantId],
  )
  const tickets = await desk.read('/tickets?limit=100')
  const numberOf = (n: number) =>
    tickets.find(({ reference }: Json) => reference === `HD-00000${n}`).id
  const ours = (text: string) =>
    text.replace(/OUT-(\d)@placeholder\.invalid/g, (_, n) => idOf.get(numberOf(Number(n))))
  for (const [one, into] of [
    [8, 5],
    [5, 1],
  ] as const)
    await desk.write(`/tickets/HD-00000${one}/merge`, { into_id: numberOf(into) })
  // Mails that tell agents of all this leave before a case begins.
  await desk.sent()
  return {
    ...desk,
    addressed: <M extends object>(mail: M) =>
      (Buffer.isBuffer(mail)
        ? Buffer.from(ours(mail.toString('latin1')), 'latin1')
        : JSON.parse(ours(JSON.stringify(mail)))) as M,
  }
}

/** Makes Bo Lind an agent without queues, so that new tickets are nobody's; answers the agent's id. */
async function addBo(platform: Platform, { tenant, write }: MailDesk): Promise<number> {
  const user = { username: 'bo_lind', display_name: 'Bo Lind', email: 'bo@acme.example.com' }
  const call = { key: await tenant.key(), host: tenant.url, body: user }
  const { body } = await platform.call('/api/v1/users', call)
  return (await write('/agents', { user_id: body.data.id, queue_ids: [] })).body.data.id
}

let count = 0

/** A mail like any other, with a Message-ID of its own. */
export const anyMail = (more: object = {}): object => ({
  ...{ from: 'Ann <ann@example.com>', subject: 'Printer', text: 'It is out of ink.' },
  ...{ message_id: `<mail-${(count += 1)}@example.com>`, ...more },
})

/** Hands over a mail that is taken; answers its outcome. */
export async function took(desk: MailDesk, sent: object | string | Uint8Array): Promise<Json> {
  const { status, body } = await desk.post(sent)
  expect(status).toBe(200)
  return body
}
