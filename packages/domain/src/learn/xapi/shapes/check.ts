import type { FieldFault } from '@mobieus/contract'

/** The versions of xAPI that are spoken, each by its latest. */
export type XapiVersion = '1.0.3' | '2.0.0'

/** The version by which a statement is checked, and what was found. */
export interface Checking {
  readonly version: XapiVersion
  readonly faults: FieldFault[]
}

/** Notes what is wrong with a value at a place. */
export type Check = (value: unknown, at: string, checking: Checking) => void

export type Json = Record<string, unknown>

/** Notes a fault. */
export function say(checking: Checking, field: string, code: string, message: string): void {
  checking.faults.push({ field, code, message })
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The place of a member. */
export const below = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`)

/** An object of these members and no others; null is no value of any of them (xAPI, Data 2.2). */
export function object(
  fields: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
): Check {
  return (value, at, checking) => {
    if (!isObject(value)) return say(checking, at, 'type', 'must be an object')
    for (const name of Object.keys(value)) {
      const check = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (check) check(value[name], below(at, name), checking)
      else say(checking, below(at, name), 'unknown_field', 'is not expected')
    }
    for (const name of required)
      if (!Object.hasOwn(value, name)) say(checking, below(at, name), 'required', 'is required')
  }
}

/** A list, each element of which is checked. */
export const listOfAll =
  (check: Check): Check =>
  (value, at, checking) => {
    if (!Array.isArray(value)) return say(checking, at, 'type', 'must be a list')
    value.forEach((each, i) => check(each, `${at}[${i}]`, checking))
  }

/** A text that a rule holds for. */
export const textThat =
  (holds: (text: string) => boolean, code: string, message: string): Check =>
  (value, at, checking) => {
    if (typeof value !== 'string') say(checking, at, 'type', 'must be a string')
    else if (!holds(value)) say(checking, at, code, message)
  }

export const text: Check = textThat(() => true, 'type', '')

export const boolean: Check = (value, at, checking) => {
  if (typeof value !== 'boolean') say(checking, at, 'type', 'must be a boolean')
}

export const number: Check = (value, at, checking) => {
  if (typeof value !== 'number') say(checking, at, 'type', 'must be a number')
}

export const wholeNumber: Check = (value, at, checking) => {
  if (!Number.isInteger(value)) say(checking, at, 'type', 'must be an integer')
}
