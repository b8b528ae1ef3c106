import { randomBytes } from 'node:crypto'
import { escaped } from '../../kit/html.ts'

/**
 * The names of attributes by which the parser tells the sifter what is ours. They are made when the process starts, and
 * never leave it, so no text can carry them.
 */
const secret = randomBytes(12).toString('hex')
export const OWN_ID = `data-id-${secret}`
export const OWN_CLASS = `data-class-${secret}`
export const OWN_LABEL = `data-label-${secret}`

/** The attributes of an element of ours. */
export function own(attributes: { id?: string; class?: string; label?: string }): string {
  const { id, class: names, label } = attributes
  return [
    id === undefined ? '' : ` ${OWN_ID}="${escaped(id)}"`,
    names === undefined ? '' : ` ${OWN_CLASS}="${escaped(names)}"`,
    label === undefined ? '' : ` ${OWN_LABEL}="${escaped(label)}"`,
  ].join('')
}
