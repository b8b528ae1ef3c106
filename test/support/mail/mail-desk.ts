import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from '@jest/globals'
import type { Called, Json, Platform, TestTenant } from '../http/platform.ts'

const root = resolve(process.env.CORPORA ?? '../shared/corpora', 'cases/help')

/** Whether the cases of neighbouring desks are there; otherwise the reason is printed. */
export const hasCases = existsSync(root)
if (!hasCases) console.warn(`skipped: there are no cases in ${root} (set CORPORA)`)

/** A case of `cases.json` by its name. */
export const namedCase = (id: string): Json =>
  JSON.parse(readFileSync(join(root, 'cases.json'), 'utf8')).find((each: Json) => each.id === id)

/** The names of the cases that are files, and a file's content. */
export const caseFiles = (): string[] =>
  readdirSync(join(root, 'mail-and-tickets')).filter((name) => /\.(?:json|eml)$/.test(name))
export const caseFile = (start: string): Buffer => {
  const name = caseFiles().find((each) => each.startsWith(start))
  if (!name) throw new Error(`there is no case ${start}`)
  return readFileSync(join(root, 'mail-and-tickets', name))
}
export const stepsOf = (start: string): Json[] => JSON.parse(caseFile(start).toString()).steps
/** The mails that a case expects to leave. */
export const expectedMails = (start: string): Json[] =>
  JSON.parse(caseFile(start).toString()).expect_mail

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
  }
}

/** A desk with the tickets that the cases speak of. */
export interface CaseDesk extends MailDesk {
  /** The mail with the Message-IDs of our newest mails in the place of those that stand for them. */
  addressed<M extends object>(mail: M): M
  /** Mails of ours, the oldest first, from the one after this many. */
  sent(after?: number): Promise<Json[]>
}

/** The tickets that the cases speak of, each opened by `<open-n@example.com>`, as they stand there. */
export async function openCases(platform: Platform): Promise<CaseDesk> {
  const desk = await openMailDesk(platform)
  const froms = ['ana', 'ana', 'chen', 'ana', 'ana', 'dana@example.org', 'ana', 'ana', 'chen']
  for (const [i, from] of froms.entries()) {
    await desk.post({
      ...{ from: from.includes('@') ? from : `${from}@example.com`, subject: `Ticket ${i + 1}` },
      ...{ text: 'It is broken.', message_id: `<open-${i + 1}@example.com>` },
    })
    // So that nobody is held back for having written so often.
    platform.clock.advance(3 * 60 * 1000)
  }
  const statuses = { 1: 'open', 2: 'pending', 3: 'resolved', 4: 'closed', 6: 'open', 7: 'on_hold' }
  for (const [number, status] of Object.entries(statuses))
    await desk.write(`/tickets/HD-00000${number}/status`, { status })
  await platform.query(
    `update help_tickets set closed_at = closed_at - interval '15 days'
     where tenant_id = $1 and number = 4`,
    [desk.tenant.live.tenantId],
  )
  const { tenantId } = desk.tenant.live
  const sent = async (after = 0) =>
    (
      await platform.query('select * from help_outgoing_mails where tenant_id = $1 order by id', [
        tenantId,
      ])
    ).rows.slice(after)
  const idOf = new Map(
    (await sent()).map(({ ticket_id, message_id }) => [Number(ticket_id), message_id]),
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
  return {
    ...{ ...desk, sent },
    addressed: <M extends object>(mail: M) =>
      (Buffer.isBuffer(mail)
        ? Buffer.from(ours(mail.toString('latin1')), 'latin1')
        : JSON.parse(ours(JSON.stringify(mail)))) as M,
  }
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
