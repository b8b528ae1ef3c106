import { isObject } from '../shapes/check.ts'
import { parseBody, type Parsed } from '../text/json.rules.ts'
import { membersOf, spanOf } from '../text/scan.rules.ts'

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

export const isJson = (contentType: string): boolean => JSON_TYPE.test(contentType)

/** A JSON object with the members of another written over its own, each as it came; `undefined` where one is none. */
export function merged(before: Uint8Array, after: Uint8Array): string | undefined {
  const [one, other] = [objectIn(before), objectIn(after)]
  if (!one || !other) return undefined
  const members = new Map([...textsOf(one), ...textsOf(other)])
  return `{${[...members].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`
}

function objectIn(bytes: Uint8Array): Parsed | undefined {
  try {
    const parsed = parseBody(bytes)
    return isObject(parsed.value) ? parsed : undefined
  } catch {
    return undefined
  }
}

const textsOf = ({ text }: Parsed): [string, string][] =>
  membersOf(text, spanOf(text).start).map(({ key, value }) => [
    key,
    text.slice(value.start, value.end),
  ])
