import { expect } from '@jest/globals'
import ICAL from 'ical.js'

/** An event as a library reads it. */
export interface ReadEvent {
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly url: string
  readonly status: string
  readonly sequence: number
  readonly start: Date
  readonly end: Date
}

/**
 * The events of a calendar, read by a library of its own. Its lines end in CRLF, have at most 75 octets, and none is
 * folded within a character (RFC 5545, 3.1).
 */
export function readCalendar(text: string): ReadEvent[] {
  const lines = text.split('\r\n')
  expect(lines.at(-1)).toBe('')
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n\ufffd]|^[\udc00-\udfff]|[\ud800-\udbff]$/)
  }
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const valueOf = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
    return {
      ...{ uid: event.uid, title: event.summary, description: event.description },
      ...{ url: valueOf('url'), status: valueOf('status'), sequence: event.sequence },
      ...{ start: event.startDate.toJSDate(), end: event.endDate.toJSDate() },
    }
  })
}
