const TIMESPAN = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/
const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/
const [DAY, MONTH, YEAR] = [86_400, 2_629_800, 31_557_600]

/** The seconds of a `CMITimespan` of SCORM 1.2, or of a duration of ISO 8601; `undefined` for what is none. */
export function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, h, m, s] = TIMESPAN.exec(text) ?? []
  if (h !== undefined) return Number(h) * 3600 + Number(m) * 60 + Number(s)
  const parts = /^P(?=.)/.test(text) && !text.endsWith('T') ? DURATION.exec(text) : null
  if (!parts) return undefined
  const factors = [YEAR, MONTH, DAY, 3600, 60, 1]
  return factors.reduce((sum, factor, i) => sum + factor * Number(parts[i + 1] ?? 0), 0)
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** Seconds as SCORM 1.2 tells them. */
export function timespanOf(seconds: number): string {
  const cents = Math.min(Math.round(seconds * 100), 999_959_999)
  const [h, m] = [Math.floor(cents / 360_000), Math.floor(cents / 6000) % 60]
  const s = (cents % 6000) / 100
  const fraction = cents % 100 === 0 ? '' : `.${twoDigits(cents % 100)}`
  return `${String(h).padStart(4, '0')}:${twoDigits(m)}:${twoDigits(Math.floor(s))}${fraction}`
}

/** Seconds as SCORM 2004 and xAPI tell them. */
export const durationOf = (seconds: number): string => `PT${Math.round(seconds * 100) / 100}S`
