/** An event of a calendar. */
export interface CalendarEvent {
  /** Unique in the world, and the same for ever. */
  readonly uid: string
  readonly title: string
  readonly description: string
  /** The course's title. */
  readonly category: string
  readonly url: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** Counts changes, so that calendars know the newest. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

const MOST_OCTETS = 75

/**
 * A calendar (RFC 5545). Times are in UTC, so that none needs the rules of a zone. Lines end in CRLF and have at most 75
 * octets; none is folded within a character.
 */
export const calendarOf = (events: readonly CalendarEvent[], name?: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mobieus//mobieusLearn//EN',
    'CALSCALE:GREGORIAN',
    ...(name === undefined ? [] : [`X-WR-CALNAME:${textOf(name)}`, ...REFRESHED]),
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')

/** How often subscribers look again: RFC 7986, and what came before it. */
const REFRESHED = ['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']

const linesOf = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${timeOf(event.updatedAt)}`,
  `CREATED:${timeOf(event.createdAt)}`,
  `LAST-MODIFIED:${timeOf(event.updatedAt)}`,
  `DTSTART:${timeOf(event.startsAt)}`,
  `DTEND:${timeOf(event.endsAt)}`,
  `SUMMARY:${textOf(event.title)}`,
  ...(event.description === '' ? [] : [`DESCRIPTION:${textOf(event.description)}`]),
  `CATEGORIES:${textOf(event.category)}`,
  `LOCATION:${textOf(event.url)}`,
  `URL:${event.url}`,
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

/** `20260701T090000Z` */
const timeOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A value of the type TEXT (3.3.11): other control characters than a tab are none of its. */
const textOf = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** A line in parts of at most 75 octets (3.1); each but the first begins with a blank, which counts. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MOST_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
