import type { Mailbox } from './addresses.rules.ts'

/** A file that came with a mail. */
export interface MailFile {
  readonly name: string
  readonly mime: string
  /** The Content-ID by which the HTML shows it, without brackets. */
  readonly contentId: string | null
  readonly bytes: Uint8Array
}

/** The report of a mail server about a mail that was sent. */
export interface DeliveryReport {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded` (RFC 3464 2.3.3). */
  readonly action: string
  /** `5.1.1` (RFC 3463). */
  readonly status: string | null
  /** The Message-ID of the mail that it is about, where the report carries it. */
  readonly about: string | null
  /** A line of the server about the reason, where there is one. */
  readonly diagnostic: string | null
}

/** A mail as it was received, whichever way it was handed over; nothing in it is to be trusted. */
export interface Mail {
  readonly from: Mailbox
  readonly replyTo: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  /** On one line, decoded; empty where there is none. */
  readonly subject: string
  readonly text: string | null
  readonly html: string | null
  /** Without brackets. */
  readonly messageId: string
  /** The Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[]
  /** Every header field in the order of the mail, by its name in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** The `method` of its calendar part, such as `REPLY` (RFC 5546). */
  readonly calendar: string | null
  readonly report: DeliveryReport | null
  readonly files: readonly MailFile[]
  /** The mail as it came; null where it was handed over in parts. */
  readonly source: Uint8Array | null
}

/** The first value of a header field, by its name in lower case. */
export const headerOf = ({ headers }: Pick<Mail, 'headers'>, name: string): string | undefined =>
  headers.get(name)?.[0]
