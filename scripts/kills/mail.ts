import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../packages/db/src/index.ts'
import { random } from '../../test/support/contract/random.ts'
import { startMailServer, type ReceivedMail } from '../../test/support/fake/mail-server.ts'
import { call, type Api } from './call.ts'
import { openGround, type Ground } from './ground.ts'
import { tally } from './judge.ts'
import { mailIsSent, untilNothingIsLeft } from './rest.ts'
import { killInTurn, type Kill } from './victims.ts'

/** The settings of a run. */
export interface MailOptions {
  readonly mails: number
  readonly kills: number
  readonly seed: number
}

type Log = (line: string) => void

const CLIENTS = 8
const TICKETS = 20
const LINE_EVERY_MS = 10_000
/** Mails that a kill leaves with a lease, at most: two of each of two workers. */
const STRANDED = 4
/** An embedded PostgreSQL that ends more than five times a minute is not started again. */
const BETWEEN_KILLS_MS = 3_000

/**
 * No mail is lost. Agents' replies are mailed over TLS to a real mail server, while two servers, two workers and
 * PostgreSQL are killed by turns. A mail that arrives twice has the same Message-ID, and is one that a kill explains.
 */
export async function proveMail(options: MailOptions, log: Log): Promise<Record<string, boolean>> {
  const { mails, kills, seed } = options
  log(`seed ${seed}: ${mails} mails, ${kills} kills`)
  const server = await startMailServer()
  const ground = await openGround({
    SMTP_URL: server.url.replace(/\?.*/, ''),
    // The certificate of the mail server is its own.
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
  })
  const owner = connect({ url: ground.ownerUrl, max: 2 })
  try {
    await openDesk(ground.api)
    const killed = await replyUnderFire(ground, server.received, options, log)
    log(
      `everything is answered, ${server.received.length} have arrived; the leases of the killed end`,
    )
    await untilNothingIsLeft(owner, ground.tenantId, mailIsSent)
    const { rows } = await owner.pool.query<{ message_id: string; text: string; resent: number }>(
      'select message_id, text, resent from help_outgoing_mails where tenant_id = $1 order by id',
      [ground.tenantId],
    )
    log(`kills: ${tally(killed)}`)
    return verdicts({ mails, kills, killed, rows, received: server.received }, log)
  } finally {
    await owner.close()
    await ground.close()
    await server.close()
  }
}

/** An answer of the API, asked for until it comes. */
async function insist(api: Api, path: string, body: object, idempotencyKey: string): Promise<void> {
  for (let turn = 0; ; turn++) {
    const answer = await call(api, turn, { path: `/helpdesk${path}`, body, idempotencyKey })
    if (answer?.status === 201 || answer?.status === 200) return
    if (answer && answer.status < 500 && answer.body.error?.code !== 'idempotency_in_progress')
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    await sleep(100)
  }
}

async function openDesk(api: Api): Promise<void> {
  await insist(api, '/email-accounts', { address: 'desk@example.com', name: 'Desk' }, 'account')
  for (let n = 1; n <= TICKETS; n++) {
    const requester = { email: `r${n}@example.org`, name: `Requester ${n}` }
    const ticket = { subject: `Ticket ${n}`, body: 'It is broken.', requester }
    await insist(api, '/tickets', ticket, `ticket-${n}`)
  }
}

const textOf = (n: number): string => `This is mail ${n}.`

/** Writes all replies, while victims are killed all the way through; the two wait for each other. */
async function replyUnderFire(
  { api, victims }: Ground,
  received: readonly ReceivedMail[],
  { mails, kills, seed }: MailOptions,
  log: Log,
): Promise<readonly Kill[]> {
  const killed: Kill[] = []
  const startedAt = performance.now()
  let next = 0
  let answered = 0
  const client = async () => {
    while (next < mails) {
      const n = next++
      while (n > (mails * (killed.length + 1)) / (kills + 1)) await sleep(5)
      const path = `/tickets/HD-${String((n % TICKETS) + 1).padStart(6, '0')}/reply`
      await insist(api, path, { body: textOf(n) }, `reply-${n}`)
      answered++
    }
  }
  const line = () => log(`${answered} replies answered, ${received.length} mails have arrived`)
  const telling = setInterval(line, LINE_EVERY_MS)
  const killing = killInTurn(victims, {
    ...{ kills, killed, numbers: random(seed - 1) },
    progress: () =>
      Math.min(
        answered / mails,
        (received.length + STRANDED * (killed.length + 1)) / mails,
        (performance.now() - startedAt) / (BETWEEN_KILLS_MS * (kills + 1)),
      ),
    onKill: ({ name }) => log(`${name} is killed`),
  })
  await Promise.all([killing, ...Array.from({ length: CLIENTS }, client)]).finally(() =>
    clearInterval(telling),
  )
  return killed
}

interface Evidence {
  readonly mails: number
  readonly kills: number
  readonly killed: readonly Kill[]
  readonly rows: readonly {
    readonly message_id: string
    readonly text: string
    readonly resent: number
  }[]
  readonly received: readonly ReceivedMail[]
}

function verdicts({ mails, kills, killed, rows, received }: Evidence, log: Log) {
  const arrived = new Map<string, string[]>()
  for (const mail of received) {
    const id = mail.header('Message-ID') ?? ''
    arrived.set(id, [...(arrived.get(id) ?? []), mail.raw.split('\r\n\r\n').slice(1).join('')])
  }
  const doubled = [...arrived].filter(([, texts]) => texts.length > 1)
  const lost = rows.filter(({ message_id }) => !arrived.has(`<${message_id}>`))
  const resent = rows.reduce((sum, row) => sum + row.resent, 0)
  log(`${arrived.size} mails arrived, ${lost.length} were lost; ${resent} were sent once more`)
  log(`${doubled.length} arrived again under their Message-ID, after ${killed.length} kills`)
  const texts = new Set(rows.map(({ text }) => text))
  return {
    'so many were killed': killed.length === kills,
    'every reply was answered, and has one mail':
      rows.length === mails &&
      Array.from({ length: mails }, (_, n) => textOf(n)).every((text) => texts.has(text)),
    'none was lost': lost.length === 0,
    'each arrived with its text, and no other came':
      arrived.size === mails &&
      rows.every(({ message_id, text }) =>
        arrived.get(`<${message_id}>`)?.every((each) => each.includes(text)),
      ),
    'at most one was doubled for each kill': received.length - arrived.size <= killed.length,
    'what arrived again was counted': received.length - arrived.size <= resent,
  }
}
