import { messageIdOf } from './message-ids.rules.ts'
import type { DeliveryReport } from './mail.ts'

/** The parts of a report, as text, by their media types. */
export interface ReportPart {
  readonly mime: string
  readonly text: string
}

/** The report among the files of a mail. */
export const reportIn = (
  files: readonly { readonly mime: string; readonly bytes: Uint8Array }[],
): DeliveryReport | null =>
  reportOf(
    files.map(({ mime, bytes }) => ({
      mime,
      text: /^(?:message\/|text\/rfc822)/.test(mime)
        ? new TextDecoder().decode(bytes.subarray(0, 64 * 1024))
        : '',
    })),
  )

/**
 * The report that a mail server makes of a mail (RFC 3464); `null` for a mail that is none. It says the worst of
 * the recipients. The Message-ID of the mail that it is about stands in a third part.
 */
export function reportOf(parts: readonly ReportPart[]): DeliveryReport | null {
  const told = parts.find(({ mime }) => /^message\/(?:global-)?delivery-status$/.test(mime))
  if (!told) return null
  const actions = valuesOf(told.text, 'action').map((each) => each.toLowerCase())
  const statuses = valuesOf(told.text, 'status').map(
    (each) => /\d\.\d{1,3}\.\d{1,3}/.exec(each)?.[0],
  )
  const action =
    ['failed', 'delayed'].find((each) => actions.includes(each)) ?? actions[0] ?? 'failed'
  const about = parts.find(({ mime }) =>
    /^(?:text|message)\/(?:global|rfc822)(?:-headers)?$/.test(mime),
  )
  const diagnostic = valuesOf(told.text, 'diagnostic-code')[0]
  return {
    action,
    status: statuses[Math.max(0, actions.indexOf(action))] ?? null,
    about: (about && messageIdOf(valuesOf(headOf(about.text), 'message-id')[0] ?? '')) ?? null,
    diagnostic: diagnostic?.slice(0, 500) ?? null,
  }
}

const headOf = (text: string): string => text.replace(/\r\n?/g, '\n').split('\n\n', 1)[0] ?? ''

/** The values of a field, unfolded. */
function valuesOf(text: string, name: string): string[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ')
  const prefix = `${name}:`
  return unfolded
    .split('\n')
    .filter((line) => line.slice(0, prefix.length).toLowerCase() === prefix)
    .map((line) => line.slice(prefix.length).trim())
}
