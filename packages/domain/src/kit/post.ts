import type { Readable } from 'node:stream'

/** The people of a head, the first of whom stands in To. */
export interface Addressed {
  readonly to: { readonly email: string; readonly name: string }
  readonly cc: readonly { readonly email: string; readonly name: string }[]
}

/** A file that goes with a mail. */
export interface LetterFile {
  readonly name: string
  readonly mime: string
  readonly content: Readable
}

/** A mail as it leaves; names and subjects are on one line. */
export interface Letter {
  /** The kind of mail, of the few that its surface has: metrics count by it. */
  readonly kind: string
  /** Without brackets, as all Message-IDs here. */
  readonly messageId: string
  readonly from: { readonly email: string; readonly name: string }
  /** The one whom it goes to. */
  readonly to: { readonly email: string; readonly name: string }
  /** To and Cc of its head, where others get the same in a mail of their own. */
  readonly addressed: Addressed | null
  readonly subject: string
  readonly text: string
  readonly files: readonly LetterFile[]
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  /** How it is automatic (RFC 3834 5); nobody is told that such mail could not be delivered. */
  readonly automatic: 'auto-replied' | 'auto-generated' | null
  /** Where one POST turns such mail off (RFC 8058); `null` where it cannot be turned off. */
  readonly unsubscribeUrl: string | null
  readonly date: Date
}

/** The failure of a mail that is never taken, however often it is tried. */
export interface FinalFailure extends Error {
  readonly isFinal: true
}

/** Hands mail to a mail server. */
export interface Post {
  /** Resolves when the server has taken it; throws a `FinalFailure` where it never will. */
  send(letter: Letter): Promise<void>
}
