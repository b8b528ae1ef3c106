import type { components } from '@mobieus/contract'
import { complete, mailOf } from '../inbound-payload.ts'
import type { Mail, MailFile } from '../mail.ts'
import { fileOf, MOST_FILES, readMail } from '../raw-mail.ts'
import { reportIn } from '../reports.rules.ts'

/** A mail as a relay hands it over: as the JSON form has it, with its files, or as it came. */
export type Relayed =
  | { readonly raw: Uint8Array }
  | {
      readonly payload: Payload
      readonly files: readonly RelayedFile[]
      /** The mail as it came, where the relay sends it beside its parts. */
      readonly source?: Uint8Array | undefined
    }

export type Payload = components['schemas']['InboundEmail']

/** A file beside the text of a mail. */
export interface RelayedFile {
  readonly name: string
  readonly mime: string
  readonly contentId: string | undefined
  readonly bytes: Uint8Array
}

/** The mail that a relay has handed over; `422 validation_failed` names what is missing. */
export async function mailOfRelay(relayed: Relayed): Promise<Mail> {
  if ('raw' in relayed) return complete(await readMail(relayed.raw))
  const mail = mailOf(relayed.payload)
  const files = relayed.files.slice(0, MOST_FILES).map((each, i) => fileOf(each, i))
  return {
    ...{ ...mail, files, report: reportIn(files) },
    calendar: mail.calendar ?? methodIn(files),
    source: relayed.source ?? null,
  }
}

/** The `method` of a calendar among the files (RFC 5545 3.7.2). */
function methodIn(files: readonly MailFile[]): string | null {
  const calendar = files.find(({ mime }) => mime === 'text/calendar')
  const text = calendar && new TextDecoder().decode(calendar.bytes.subarray(0, 64 * 1024))
  return /^METHOD:\s*([\w-]+)/im.exec(text ?? '')?.[1] ?? null
}
