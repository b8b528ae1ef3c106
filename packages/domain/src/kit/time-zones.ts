/**
 * Whether a name is one of the IANA database, `Europe/Berlin` or `UTC`. Abbreviations, offsets and the names of
 * Windows say no rule for summer time, and are none.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name) && name !== 'UTC') return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
