import type { FinalFailure, Letter, Post } from '@mobieus/domain/kit'
import { createTransport } from 'nodemailer'
import { dkimKeyOf, readDkimKeys } from './dkim.ts'

const CONNECTIONS = 3
const PATIENCE_MS = 60_000

/** The settings of outgoing mail. */
export interface PostOptions {
  /** `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS; without one nothing leaves. */
  readonly smtpUrl: string | undefined
  /** The folder with the keys of DKIM; without one no mail is signed. */
  readonly dkimFolder?: string | undefined
  /** Whether an unencrypted connection is refused, and a desk without a server is a failure. */
  readonly production: boolean
}

/** A running connection to the mail server. */
export interface RunningPost extends Post {
  close(): void
}

/**
 * Sends mail over SMTP, through connections that are kept. A mail that the server refuses for good (5xx) is a
 * `FinalFailure`. It is signed by the key of its sender's domain, where there is one. Without a server mail is taken for sent in development, where /dev/mailbox shows it.
 */
export function openPost({ smtpUrl, dkimFolder, production }: PostOptions): RunningPost {
  const keys = readDkimKeys(dkimFolder)
  if (smtpUrl === undefined) return withoutServer(production)
  const transport = createTransport({
    url: smtpUrl,
    ...{ pool: true, maxConnections: CONNECTIONS, requireTLS: production },
    ...{ connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    async send(letter) {
      const dkim = dkimKeyOf(keys, letter.from.email)
      await transport
        .sendMail({ ...messageOf(letter), ...(dkim && { dkim }) })
        .catch((error: unknown) => {
          throw isFinal(error) ? Object.assign(error as Error, { isFinal: true as const }) : error
        })
    },
    close: () => transport.close(),
  }
}

/** The end of an attempt to send a mail: taken, refused for good, or to be tried again. */
export type MailEnd = 'sent' | 'refused' | 'put_off'

/** The same post, which reports how each attempt ends, with the kind of its mail. */
export const reporting = (
  post: RunningPost,
  report: (end: MailEnd, kind: string) => void,
): RunningPost => ({
  ...post,
  async send(letter) {
    try {
      await post.send(letter)
    } catch (error) {
      report((error as Partial<FinalFailure>).isFinal ? 'refused' : 'put_off', letter.kind)
      throw error
    }
    report('sent', letter.kind)
  },
})

const withoutServer = (production: boolean): RunningPost => ({
  async send() {
    if (production) throw new Error('SMTP_URL names no mail server')
  },
  close() {},
})

/** A permanent refusal of the mail itself; one of our credentials may be mended meanwhile. */
const isFinal = (error: unknown): error is FinalFailure => {
  const { responseCode = 0, code } = error as { responseCode?: number; code?: string }
  return responseCode >= 500 && code !== 'EAUTH'
}

const mailbox = ({ email, name }: Letter['to']) => ({ address: email, name })

const bracketed = (id: string): string => `<${id}>`

const messageOf = (letter: Letter) => ({
  messageId: bracketed(letter.messageId),
  from: { address: letter.from.email, name: letter.from.name },
  to: mailbox(letter.addressed?.to ?? letter.to),
  ...(letter.addressed && { cc: letter.addressed.cc.map(mailbox) }),
  subject: letter.subject,
  text: letter.text,
  attachments: letter.files.map(({ name, mime, content }) => ({
    ...{ filename: name, contentType: mime, content },
  })),
  date: letter.date,
  xMailer: false as const,
  ...(letter.inReplyTo !== null && { inReplyTo: bracketed(letter.inReplyTo) }),
  ...(letter.references.length > 0 && { references: letter.references.map(bracketed) }),
  // Automatic mail has no sender, so that no report of its failure comes back (RFC 3834 3.3).
  envelope: { from: letter.automatic ? '' : letter.from.email, to: letter.to.email },
  headers: {
    ...(letter.automatic && {
      ...{ 'Auto-Submitted': letter.automatic, 'X-Auto-Response-Suppress': 'All' },
    }),
    ...(letter.unsubscribeUrl && {
      'List-Unsubscribe': { prepared: true, value: `<${letter.unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
})
