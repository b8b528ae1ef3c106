import { published } from '@mobieus/contract/artifacts'
import type { Observer } from './dispatch.ts'
import { createJudge } from './judge.ts'
import { observedOf, type JudgedRequest, type Observed } from './observed.ts'

/** A request, what we made of it, and what the judge holds against it; empty where it accepts. */
interface Difference extends JudgedRequest {
  readonly status: number
  readonly fault: string
}

/**
 * The known differences between the two implementations: ours is stricter there, on purpose. Any other
 * difference is a bug of one of them.
 */
export const knownDifferences: readonly {
  readonly why: string
  readonly of: (difference: Difference) => boolean
}[] = [
  {
    why: 'numbers written as 0x10, 1e1, 05, +5, 5.0, Infinity: our grammar is that of JSON',
    of: ({ fault, status, url }) => fault === '' && status === 400 && texts(url).some(isOddNumber),
  },
  {
    why: 'an empty query value means absent',
    of: ({ fault, url }) => {
      const [, name] = /^\/query\/(\w+)/.exec(fault) ?? []
      return name !== undefined && new URL(url, 'http://host').searchParams.get(name) === ''
    },
  },
  {
    why: 'of date-times the judge knows no calendar, ours allows a blank for the T',
    of: ({ fault, status, url, body }) =>
      (texts(url).some((text) => /^\d{4}-\d\d-\d\d[T ]/.test(text)) ||
        /"\d{4}-\d\d-\d\d[T ][^"]*"/.test(body?.toString() ?? '')) &&
      (fault === ''
        ? status === 400 || status === 422
        : /must match format "date-time"/.test(fault)),
  },
  {
    why: 'of dates the judge knows no calendar',
    of: ({ fault, status, body }) =>
      fault === '' && status === 422 && /"\d{4}-[01]\d-[0-3]\d"/.test(body?.toString() ?? ''),
  },
  {
    why: 'of e-mail addresses ours wants a dot in the domain, the judge parts of 63 characters at most',
    of: ({ fault, status, body }) =>
      fault === ''
        ? status === 422 && /"[^"@]+@[^".]+"/.test(body?.toString() ?? '')
        : /must match format "email"/.test(fault) && /@[^"]*[^".]{64}/.test(body?.toString() ?? ''),
  },
  {
    why: 'of a repeated parameter the judge takes the last one; we refuse it',
    of: ({ fault, status, url }) =>
      fault === '' && status === 400 && /[?&]([^=&]+)=[^&]*&(?:.*&)?\1=/.test(url),
  },
  {
    why: 'PostgreSQL cannot store U+0000, and a lone surrogate is no text',
    of: ({ fault, url, body }) =>
      fault === '' && (/%00/.test(url) || /\\u(?:0000|d[89a-f])/i.test(body?.toString() ?? '')),
  },
  {
    why: 'a required body that is missing: the judge asks for it only where its schema requires a field',
    of: ({ method, url, fault, status, body }) =>
      fault === '' &&
      body === undefined &&
      (status === 422 || (status === 400 && sendsScim(method, url))),
  },
]

/** Faults of a body are 400 there. */
const sendsScim = (method: string, url: string) =>
  ['POST', 'PUT', 'PATCH'].includes(method) && url.startsWith('/scim/v2/')

/** The texts of a URL: its path's segments, and the values of its query. */
function texts(url: string): string[] {
  const { pathname, searchParams } = new URL(url, 'http://host')
  return [...pathname.split('/').map(decodeURIComponent), ...searchParams.values()]
}

const isOddNumber = (text: string) =>
  text !== '' && !Number.isNaN(Number(text)) && !/^-?(?:0|[1-9]\d*)$/.test(text)

/** The known reason of a difference; `undefined` if there is none. */
export const knownDifference = (difference: Difference): string | undefined =>
  knownDifferences.find((each) => each.of(difference))?.why

/** Judges exchanges, one at a time; answers the disagreements. */
export function createExaminer(): (observed: Observed) => Promise<string[]> {
  const judge = createJudge(JSON.parse(published.json.toString()) as object)
  return async ({ request, accepted, answer }) => {
    const { status, text } = answer
    const line = `${request.method} ${request.url} → ${status}`
    const found: string[] = []
    if (accepted !== undefined) {
      const fault = await judge.request(request)
      const difference = { ...request, status, fault: fault ?? '' }
      if (accepted === (fault !== undefined) && !knownDifference(difference))
        found.push(`${line}: we ${accepted ? 'accepted' : 'refused'}, the judge ${fault ?? 'accepted'}
  body ${request.body?.toString().slice(0, 300)}`)
    }
    const fault = await judge.answer(request, answer)
    if (fault)
      found.push(`${line}: the answer is not as declared: ${fault}\n  ${text?.slice(0, 300)}`)
    return found
  }
}

/** Lets a judge look at every exchange of a server after it was answered. */
export function watch(onFault: (fault: string) => void): Observer {
  const examine = createExaminer()
  return (exchange, status, text) => {
    const observed = observedOf(exchange, status, text)
    if (observed) void examine(observed).then((faults) => faults.forEach(onFault))
  }
}
