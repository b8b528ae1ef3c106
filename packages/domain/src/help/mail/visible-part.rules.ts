import * as words from './quotations.ts'

const QUOTED = /^\s{0,3}>/
const ONLY_MARKS = /^[\s>]*$/
const DELIMITER = /^\s{0,1}(?:--|—)\s{0,2}$/
const LIST_RULE = /^[_=]{20,}\s*$/
const DIVIDER = /^\s*(?:[_*-]\s?){5,}\s*$/
const DATE = /\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[/.-]\d{1,2}/
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/
const NAME_LINE = /^[-–—]{1,2}\s?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u

const MOST_LINES = 20_000
const MOST_LINE = 1000
const MOST_SIGNATURE = 20
const MOST_ATTRIBUTION = 4

/** The kind of a line: as it was written, quoted, the line above a quotation, or empty. */
type Kind = 'text' | 'quoted' | 'attribution' | 'empty'
interface Line {
  readonly text: string
  readonly kind: Kind
}

/**
 * The part of a mail that was written for it: quoted history and signatures are folded away. Quotations between
 * answers stay, for they belong to them; a forwarded mail is the message. It is never empty where the text is
 * not. Each line is looked at a bounded number of times, so that no text takes long.
 */
export function visiblePartOf(text: string, subject = ''): string {
  const whole = trimmed(text)
  const lines = text.split('\n', MOST_LINES + 1)
  if (lines.length > MOST_LINES || isForward(lines, subject)) return whole
  const body = kindsOf(lines.slice(0, historyBegins(lines)))
  const kept = withoutTail(body).filter(({ kind }) => kind !== 'attribution')
  const shown = withoutBareMarks(kept)
  if (!shown.some(({ kind }) => kind === 'text')) return whole
  return trimmed(shown.map(({ text: line }) => line).join('\n'))
}

const trimmed = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()

/** Whether a mail forwards another: it says so in a line above any quotation, or in its subject above a head. */
function isForward(lines: readonly string[], subject: string): boolean {
  const begins = historyBegins(lines)
  const above = lines.slice(0, begins).findIndex((line) => matches(words.FORWARDED, line))
  if (above >= 0) {
    const quoted = kindsOf(lines.slice(0, above)).some(({ kind }) => kind === 'attribution')
    return !quoted
  }
  return words.FORWARDING_SUBJECT.test(subject) && begins < lines.length
}

/** The line at which history begins that is not marked line by line, and goes on to the end. */
function historyBegins(lines: readonly string[]): number {
  const found = lines.findIndex(
    (line, i) => matches(words.ORIGINAL, line) || isHead(lines, i) || isBareAttribution(lines, i),
  )
  if (found < 0) return lines.length
  let begins = found
  while (begins > 0 && isBlank(lines[begins - 1])) begins -= 1
  const divided = begins > 0 && DIVIDER.test((lines[begins - 1] as string).slice(0, MOST_LINE))
  return divided ? begins - 1 : begins
}

const matches = (pattern: RegExp, line: string): boolean =>
  line.length <= MOST_LINE && pattern.test(line)
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''

/** Whether the head of a mail begins here: its sender, and within a few lines its subject and another field. */
function isHead(lines: readonly string[], at: number): boolean {
  if (!matches(words.FROM_LINE, lines[at] as string)) return false
  const next = lines.slice(at + 1, at + 8)
  const end = next.findIndex(isBlank)
  const fields = end < 0 ? next : next.slice(0, end)
  const has = (pattern: RegExp) => fields.some((line) => matches(pattern, line))
  return has(words.SUBJECT_LINE) && (has(words.SENT_LINE) || has(words.TO_LINE))
}

/** Whether a line tells who wrote what follows although that is not marked as quoted. */
function isBareAttribution(lines: readonly string[], at: number): boolean {
  if (QUOTED.test(lines[at] as string) || !isAttribution(lines[at] as string)) return false
  const next = lines.slice(at + 1).findIndex((line) => !isBlank(line))
  const follows = lines[at + 1 + next]
  return (
    next >= 0 && follows !== undefined && !QUOTED.test(follows) && ADDRESS.test(lines[at] as string)
  )
}

const isAttribution = (text: string): boolean =>
  text.length <= MOST_LINE && /[:：][\s*]*$/.test(text) && DATE.test(text) && words.WROTE.test(text)

/** The kinds of lines. An attribution may be wrapped over several, and be quoted itself. */
function kindsOf(lines: readonly string[]): Line[] {
  const kinds = lines.map((line): Kind =>
    isBlank(line) ? 'empty' : QUOTED.test(line) ? 'quoted' : 'text',
  )
  lines.forEach((line, last) => {
    if (line.length > MOST_LINE || !/[:：][\s*]*$/.test(line)) return
    for (let first = last; first > last - MOST_ATTRIBUTION && !isBlank(lines[first]); first -= 1) {
      const joined = lines
        .slice(first, last + 1)
        .map((each) => (isBlank(each.replace(/^[\s>]+/, '')) ? each : each.replace(/^\s*>\s/, '')))
        .join(' ')
      if (!isAttribution(joined.replace(/ >:/, '>:'))) continue
      if (leadsToQuotation(kinds, last)) kinds.fill('attribution', first, last + 1)
      return
    }
  })
  return lines.map((text, i) => ({ text, kind: kinds[i] as Kind }))
}

function leadsToQuotation(kinds: readonly Kind[], at: number): boolean {
  const next = kinds.slice(at + 1, at + 4).find((kind) => kind !== 'empty')
  return next === undefined || next === 'quoted'
}

/** The lines without the signatures, footers of lists, quotations and blank lines at their end. */
function withoutTail(lines: readonly Line[]): readonly Line[] {
  let end = lines.length
  let named = false
  for (;;) {
    const last = lines[end - 1]
    if (!last) return []
    const footer = footerBegins(lines, end)
    if (last.kind !== 'text' || matches(words.SENT_FROM_DEVICE, last.text)) end -= 1
    else if (footer !== undefined) end = footer
    else if (!named && isNameAlone(lines, end - 1)) {
      named = true
      end -= 1
    } else return lines.slice(0, end)
  }
}

/** The line at which a signature or a list's footer begins that ends here; quotations do not belong to one. */
function footerBegins(lines: readonly Line[], end: number): number | undefined {
  for (let at = end - 1; at >= Math.max(0, end - MOST_SIGNATURE); at -= 1) {
    const { text, kind } = lines[at] as Line
    if (kind === 'quoted' || kind === 'attribution') return undefined
    if (DELIMITER.test(text) || (LIST_RULE.test(text.slice(0, MOST_LINE)) && end - at <= 8))
      return at
  }
  return undefined
}

/** `-Ann Kona` alone in its paragraph, below others. */
const isNameAlone = (lines: readonly Line[], at: number): boolean =>
  at > 1 && lines[at - 1]?.kind === 'empty' && matches(NAME_LINE, (lines[at] as Line).text.trim())

/** Leaves out quotations that consist of their marks. */
function withoutBareMarks(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ text, kind }, i) => {
    if (kind !== 'quoted' || !ONLY_MARKS.test(text)) return true
    return lines[i - 1]?.kind === 'quoted' && lines[i + 1]?.kind === 'quoted'
  })
}
