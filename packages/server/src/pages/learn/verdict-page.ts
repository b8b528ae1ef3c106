import type { Verdict } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { dayOf } from '../html.ts'
import { plainPage } from '../plain-page.ts'

const SAID = {
  valid: 'This certificate is valid.',
  expired: 'This certificate was issued, and its credit has expired.',
  revoked: 'This certificate was revoked. It holds no longer.',
}

/** The page that says whether a certificate holds, and what it says. */
export function verdictPage(verdict: Verdict): string {
  const { status, issuer, recipient_name, course_title, credit, serial } = verdict
  const hours = credit.hours === null ? '' : `${credit.hours} h ${credit.kind ?? ''}`.trim()
  const facts: [string, string][] = [
    ['Name', `<bdi>${escaped(recipient_name)}</bdi>`],
    ['Course', `<bdi>${escaped(course_title)}</bdi>`],
    ['Issued by', escaped(issuer)],
    ['Issued', day(verdict.issued_at)],
    ...(verdict.expires_at ? [['Expires', day(verdict.expires_at)] as [string, string]] : []),
    ...(hours ? [['Credit', escaped(hours)] as [string, string]] : []),
    ...(verdict.revoked_at ? [['Revoked', day(verdict.revoked_at)] as [string, string]] : []),
    ...(verdict.revoke_reason
      ? [['Reason', escaped(verdict.revoke_reason)] as [string, string]]
      : []),
    ['Serial', escaped(serial)],
  ]
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n')
  return plainPage(
    'Certificate',
    `<p role="status"><strong>${SAID[status]}</strong></p>
<dl>
${list}
</dl>
<p><a href="/learn/certificates/${serial}/credential">Open Badge</a></p>`,
  )
}

const day = (at: string): string => dayOf(new Date(at))

/** The page of a serial that no certificate has. */
export const unknownPage = (): string =>
  plainPage(
    'Certificate',
    '<p role="status"><strong>There is no certificate with this serial.</strong></p>\n<p>Look whether every letter of it is right.</p>',
  )
