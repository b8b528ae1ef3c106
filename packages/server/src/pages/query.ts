const LONGEST = 200

/** A text of a query; of one that is repeated, or too long, as much as counts. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : ''

/** An id of a query; a text that is none names none. */
export const idOf = (value: unknown): number | undefined =>
  /^\d{1,15}$/.test(textOf(value)) ? Number(textOf(value)) : undefined
