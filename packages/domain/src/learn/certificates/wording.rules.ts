import { filledIn, type Variables } from '../certificate-templates/variables.rules.ts'
import type { CertificateText } from './pdf/certificate.ts'
import { isolated } from './pdf/text.rules.ts'

/** The look of a certificate, as a template has it. */
export interface Look {
  readonly title: string
  readonly body: string
  readonly orientation: string
  readonly signer_name: string | null
  readonly signer_title: string | null
  readonly text_color: string
  readonly accent_color: string
}

/** The facts that a certificate tells. */
export interface Certified {
  readonly serial: string
  readonly recipient_name: string
  readonly course_title: string
  readonly credit_hours: number | null
  readonly credit_kind: string | null
  readonly score_pct: number | null
  readonly issued_at: Date
  readonly expires_at: Date | null
}

/** Where and to whom it is said. */
export interface Setting {
  /** The language of dates and numbers, as BCP 47 has it. */
  readonly language: string
  readonly timeZone: string
  readonly community: string
  readonly verifyUrl: string
}

/** The look of the platform. */
export const PLAIN: Look = {
  title: 'Certificate of completion',
  body: 'has completed “{{course}}” on {{date}}.',
  orientation: 'landscape',
  ...{ signer_name: null, signer_title: null },
  ...{ text_color: '#1a1a1a', accent_color: '#2f5d8a' },
}

/** The text of a certificate, in the words of its template and the language of its course. */
export function wordingOf(look: Look, certified: Certified, setting: Setting): CertificateText {
  const { language, timeZone, community, verifyUrl } = setting
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
  const [date, expires] = [certified.issued_at, certified.expires_at].map((time) =>
    time ? day.format(time) : '',
  ) as [string, string]
  return {
    orientation: look.orientation === 'portrait' ? 'portrait' : 'landscape',
    ...{ language, issuer: community, title: look.title, recipient: certified.recipient_name },
    body: filledIn(look.body, variablesOf(certified, { date, expires }, setting), isolated),
    signer: { name: look.signer_name, title: look.signer_title },
    foot: [[date, ...(expires ? [expires] : [])].join(' – '), ...[certified.serial, verifyUrl]],
    ...{ textColor: look.text_color, accentColor: look.accent_color },
    issuedAt: certified.issued_at,
  }
}

function variablesOf(
  certified: Certified,
  dates: { readonly date: string; readonly expires: string },
  { language, community }: Setting,
): Variables {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const number = (value: number | null) => (value === null ? '' : numbers.format(value))
  return {
    ...{ learner: certified.recipient_name, course: certified.course_title, ...dates, community },
    ...{ serial: certified.serial, score: number(certified.score_pct) },
    ...{ credit_hours: number(certified.credit_hours), credit_kind: certified.credit_kind ?? '' },
  }
}

/** A certificate that holds for nobody, for whoever looks at a template. */
export const SAMPLE: Omit<Certified, 'issued_at' | 'expires_at'> = {
  serial: 'MC-0000-0000-0000-0000',
  ...{ recipient_name: 'Łucja Ångström · 山田太郎 · דנה', course_title: 'A course' },
  ...{ credit_hours: 2, credit_kind: 'CPD', score_pct: 92.5 },
}
