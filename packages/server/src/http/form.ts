import type { FormField } from '@mobieus/contract'
import { readScalar } from './parameters.ts'

type Form = Record<string, unknown>
export type FormFields = Readonly<Record<string, FormField>>

/** The declared type of a field; none for a name that every object has. */
export const fieldType = (fields: FormFields, name: string): FormField | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

/** Adds a value to a form; a repeated field becomes a list, one that is a list is one from the first. */
export function addField(form: Form, name: string, value: unknown, list = false): void {
  const before = form[name]
  if (before === undefined) form[name] = list ? [value] : value
  else if (Array.isArray(before)) before.push(value)
  else form[name] = [before, value]
}

/** Adds a field of text, read by its type. */
export function addText(form: Form, name: string, text: string, type: FormField | undefined): void {
  const list = type?.endsWith('[]') === true
  addField(form, name, readText(text, list ? type?.slice(0, -2) : type), list)
}

/** Reads text by the type of its field; unreadable text stays text, for the schema to refuse. */
function readText(text: string, type: string | undefined): unknown {
  if (type === undefined || type === 'string' || type === 'file') return text
  if (type !== 'json') return readScalar(text, type as 'integer') ?? text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A URL-encoded form as an object, each field read by its type. */
export function parseForm(bytes: Buffer, fields: FormFields = {}): Form {
  // Without a prototype: a field may have any name, `__proto__` too.
  const form: Form = Object.create(null)
  for (const [name, text] of new URLSearchParams(bytes.toString('utf8')))
    addText(form, name, text, fieldType(fields, name))
  return form
}
