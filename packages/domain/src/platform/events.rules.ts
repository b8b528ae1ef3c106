const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d)?)$/

/**
 * The instant that a valid date-time means, rounded up to the log's milliseconds. PostgreSQL refuses
 * some that the format allows (offsets past 15:59, the year 0, a hundred digits of a second),
 * JavaScript others (leap seconds).
 */
export function instantOf(text: string): Date {
  const parts = RFC_3339.exec(text)
  if (!parts) throw new Error(`no date-time: ${text}`)
  const [, date, hoursMinutes, seconds, fraction = '0', sign, hours = '0', minutes = '0'] = parts
  const offsetMinutes = Number(hours) * 60 + Number(minutes)
  return new Date(
    Date.parse(`${date}T${hoursMinutes}Z`) +
      Number(seconds) * 1000 +
      Math.ceil(Number(`${fraction.slice(0, 9)}e${3 - Math.min(fraction.length, 9)}`)) -
      (sign === '-' ? -offsetMinutes : offsetMinutes) * 60_000,
  )
}
