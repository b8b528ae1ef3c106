const DAY = /^\d{4}-\d\d-\d\d$/

/** A day begins at midnight UTC; whether there is such a day, the contract knows. */
export const instantOf = (_option: string, text: string): string =>
  DAY.test(text) ? `${text}T00:00:00Z` : text

/** The time that an option names, which must be to come. */
export function comingTime(option: string, text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime()))
    throw new Error(`${option} wants a time such as 2027-01-01, not ${text}`)
  if (date <= new Date())
    throw new Error(`${option} wants a time that is still to come, not ${text}`)
  return date
}
