import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a server received it. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  /** A header field, unfolded; `undefined` where there is none. */
  header(name: string): string | undefined
}

/** A real mail server over TLS, which keeps what it receives. */
export interface MailServer {
  readonly url: string
  readonly received: ReceivedMail[]
  /** The answer to the next mails in place of taking them, as `550` or `451`; `undefined` takes them again. */
  refusal: number | undefined
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const state: { refusal: number | undefined } = { refusal: undefined }
  const server = new SMTPServer({
    ...{ secure: true, authOptional: true, disabledCommands: ['AUTH'], logger: false },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.refusal !== undefined)
          return done(Object.assign(new Error('not now'), { responseCode: state.refusal }))
        const { mailFrom, rcptTo } = session.envelope
        const raw = Buffer.concat(chunks).toString('utf8')
        const from = mailFrom === false ? '' : mailFrom.address
        received.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw,
          header: headerIn(raw),
        })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return Object.defineProperty(
    {
      url: `smtps://127.0.0.1:${port}/?tls.rejectUnauthorized=false`,
      received,
      refusal: undefined,
      close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    } as MailServer,
    'refusal',
    {
      get: () => state.refusal,
      set: (code: number | undefined) => void (state.refusal = code),
    },
  )
}

const headerIn =
  (raw: string) =>
  (name: string): string | undefined => {
    const head = raw.split('\r\n\r\n', 1)[0]?.replace(/\r\n[ \t]+/g, ' ') ?? ''
    const prefix = `${name.toLowerCase()}:`
    const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(prefix))
    return line?.slice(prefix.length).trim()
  }
