import { escaped } from '@mobieus/domain/kit'

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** A number as it is written. */
export const figure = (n: number): string => number.format(n)

/** A number with what it counts. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : many}`

/** A number of percent. */
export const percent = (n: number): string => `${number.format(n)} %`

/** A time that something takes. */
export function timeFor(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours && `${number.format(hours)} h`, (rest || !hours) && `${rest} min`]
    .filter(Boolean)
    .join(' ')
}

interface Described {
  readonly language: string
  readonly estimated_minutes: number | null
}

/** How long a course takes, and its language, as HTML. */
export const factsOf = (course: Described, lessons: number): string[] => [
  ...(course.estimated_minutes ? [timeFor(course.estimated_minutes)] : []),
  counted(lessons, 'lesson'),
  escaped(languageOf(course.language)),
]

/** The name of a language, by its tag. */
function languageOf(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** A bar that says how far somebody has come. */
export const barOf = (value: number, label: string): string =>
  `<progress max="100" value="${value}" aria-label="${escaped(label)}">${percent(value)}</progress> ${percent(value)}`

interface Certified {
  readonly serial: string | null
  readonly certificate_id: number | null
}

/** The ways to the certificate of a course: the page that verifies it, and its PDF. */
export const certificateOf = ({ serial, certificate_id: id }: Certified, title: string): string =>
  serial === null
    ? ''
    : `<p><a href="/learn/certificates/${escaped(serial)}">Certificate${ofCourse(title)}</a> · <a href="/api/v1/learn/certificates/${id}/content">PDF${ofCourse(title)}</a></p>\n`

const ofCourse = (title: string): string => `<span class="skip"> of ${escaped(title)}</span>`
