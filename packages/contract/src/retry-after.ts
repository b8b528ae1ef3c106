const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(?<month>${MONTHS.join('|')})`
const TIME = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)'

/**
 * The three forms of an HTTP-date: IMF-fixdate, that of RFC 850 and that of C's asctime, always in UTC.
 */
const FORMS = [
  `[a-z]{3}, (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${TIME} gmt`,
  `[a-z]{6,9}, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${TIME} gmt`,
  `[a-z]{3} ${MONTH} (?<day>\\d\\d| \\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'))

/**
 * The most years ahead that a year of two digits may be; one further ahead is the last that ended like
 * this.
 */
const YEARS_AHEAD = 50

/**
 * The time that an HTTP-date names, in milliseconds since 1970. It takes the three forms of RFC 9110
 * 5.6.7, and counts a leap second as the one after it. The name of the day is not held against the date.
 * `undefined` for what is no HTTP-date, and for days that do not exist.
 */
export function httpDateMs(text: string, now: number): number | undefined {
  for (const form of FORMS) {
    const found = form.exec(text)?.groups
    if (!found) continue
    const { day, hour, minute, second } = found
    const month = MONTHS.indexOf(String(found.month).toLowerCase())
    const year = fullYear(String(found.year), now)
    const date = new Date(0)
    date.setUTCFullYear(year, month, Number(day))
    if (date.getUTCMonth() !== month || Number(day) === 0) return undefined
    return date.setUTCHours(Number(hour), Number(minute), Number(second))
  }
  return undefined
}

function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + Number(digits)
  return year > thisYear + YEARS_AHEAD ? year - 100 : year
}

/**
 * The wait that a `Retry-After` asks for, in milliseconds from `now` (milliseconds since 1970). It is
 * whole seconds, however many, or an HTTP-date (RFC 9110 10.2.3); 0 where the date has passed.
 * `undefined` where it says something else or nothing.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const until = httpDateMs(text, now)
  return until === undefined ? undefined : Math.max(0, until - now)
}
