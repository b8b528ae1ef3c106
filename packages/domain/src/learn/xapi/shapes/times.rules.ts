// ISO 8601 in its extended and basic forms of offsets; RFC 3339 lets T and Z be small, and asks for an offset.
const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|z|([+-])(\d{2})(?::?(\d{2}))?)?$/

interface Parts {
  readonly ms: number
  readonly isUtc: boolean
}

/** A time taken apart; `undefined` for what is none, such as 31 April or the offset -00:00. */
function partsOf(text: string): Parts | undefined {
  const found = TIME.exec(text)
  if (!found) return undefined
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second = '0',
    fraction = '',
    zone,
    sign,
    oh = '0',
    om = '0',
  ] = found
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as number[] & {
    length: 6
  }
  const [offsetHours, offsetMinutes] = [Number(oh), Number(om)]
  if (h! > 23 || mi! > 59 || s! > 60 || offsetHours > 23 || offsetMinutes > 59) return undefined
  if (sign === '-' && offsetHours === 0 && offsetMinutes === 0) return undefined
  const date = new Date(0)
  date.setUTCFullYear(y!, mo! - 1, d!)
  if (date.getUTCMonth() !== mo! - 1 || date.getUTCDate() !== d!) return undefined
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3))
  const shift = (sign === '-' ? 1 : -1) * (offsetHours * 60 + offsetMinutes) * 60_000
  const time = date.getTime() + h! * 3_600_000 + mi! * 60_000 + Math.min(s!, 59) * 1000 + ms
  return {
    ms: time + shift,
    isUtc: zone === undefined || /^z$/i.test(zone) || /^[+-]00/.test(zone),
  }
}

/** Whether a text is a time. */
export const isTime = (text: string): boolean => partsOf(text) !== undefined

/** The instant of a time in milliseconds, what is finer cut off; `undefined` where it is none. */
export const instantOf = (text: string): number | undefined => partsOf(text)?.ms

/** The same instant in UTC where the text says another offset; `undefined` where it is in UTC. */
export function inUtc(text: string): string | undefined {
  const parts = partsOf(text)
  return parts && !parts.isUtc ? new Date(parts.ms).toISOString() : undefined
}
