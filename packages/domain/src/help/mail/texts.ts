import { textOfHtml } from './html.rules.ts'
import type { Mail } from './mail.ts'
import { visiblePartOf } from './visible-part.rules.ts'

/** The subject of the ticket that a mail opens. */
export const subjectOf = ({ subject }: Mail): string => subject || '(no subject)'

/** The text of a mail as its message shows it; one that has none says what there is in its place. */
export function shownTextOf(mail: Mail): string {
  const text = mail.text?.trim() ? mail.text : mail.html ? textOfHtml(mail.html) : ''
  return visiblePartOf(text, mail.subject).trim() || standIn(mail)
}

function standIn(mail: Mail): string {
  if (mail.calendar !== null) return mail.subject || '(an answer to an invitation)'
  const isSealed = mail.files.some(({ mime }) =>
    /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/.test(mime),
  )
  if (isSealed) return '(The message is encrypted.)'
  return mail.files.length > 0 ? '(no text, only attachments)' : '(no text)'
}
