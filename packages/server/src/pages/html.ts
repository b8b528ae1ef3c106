import { escaped } from '@mobieus/domain/kit'

// XML has no other control characters, and no halves of a pair (XML 1.0, 2.2).
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A text as XML. */
export const inXml = (text: string): string => escaped(text.replaceAll(UNSAYABLE, '\ufffd'))

const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-US', {
  ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
})

/** A day, in the form that people read and the one that programs do. */
export const dayOf = (at: Date): string =>
  `<time datetime="${at.toISOString()}">${DATE.format(at)}</time>`

/** A day and its time in UTC. */
export const timeOf = (at: Date): string =>
  `<time datetime="${at.toISOString()}">${TIME.format(at)} UTC</time>`
