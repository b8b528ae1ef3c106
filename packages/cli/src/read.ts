import { parseArgs } from 'node:util'
import type { Command, Form, Given } from './command.ts'

/** The words after the name of a command, understood to the last; throws a sentence otherwise. */
export function read(command: Command, args: readonly string[]): { form: Form; given: Given } {
  const options: Record<string, { type: 'string' | 'boolean' }> = {}
  for (const { options: own = {} } of command.forms)
    for (const [name, kind] of Object.entries(own))
      options[name] = { type: kind === 'text' ? 'string' : 'boolean' }
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const asked = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []))
  const form = formOf(command, words)
  const found: Record<string, string | true> = {}
  for (const token of asked) {
    const kind = form.options && Object.hasOwn(form.options, token.name) && form.options[token.name]
    if (!kind) throw noOption(command, form, options, token)
    if (Object.hasOwn(found, token.name)) throw new Error(`--${token.name} is given twice`)
    found[token.name] = kind === 'flag' ? flagOf(token) : textOf(token)
  }
  const missing = form.required?.find((name) => !Object.hasOwn(found, name))
  if (missing !== undefined) throw misused(command, `--${missing} is missing`)
  const operands = operandsOf(command, form, form.verb === undefined ? words : words.slice(1))
  return { form, given: { operands, options: found as Given['options'] } }
}

function formOf(command: Command, [verb]: readonly string[]): Form {
  const found = command.forms.find((form) => form.verb === undefined || form.verb === verb)
  if (found) return found
  throw misused(command, verb && `there is no ${command.name} ${verb}`)
}

function operandsOf(command: Command, { operands = [] }: Form, words: readonly string[]) {
  const extra = words[operands.length]
  if (extra !== undefined) throw misused(command, `unexpected argument ${extra}`)
  for (const [i, name] of operands.entries()) {
    if (words[i] === undefined && !name.startsWith('['))
      throw misused(command, `${name} is missing`)
    if (words[i] === '') throw misused(command, `${name} is empty`)
  }
  return words as unknown as Given['operands']
}

/** An option as it was written. */
interface Token {
  readonly name: string
  readonly rawName: string
  readonly value?: string
  readonly inlineValue?: boolean
}

function flagOf({ rawName, value }: Token): true {
  if (value !== undefined) throw new Error(`${rawName} takes no value`)
  return true
}

function textOf({ rawName, value, inlineValue }: Token): string {
  if (value === undefined || value === '') throw new Error(`${rawName} wants a value`)
  // The next option rather than a value that was forgotten.
  if (!inlineValue && value.startsWith('-'))
    throw new Error(`${rawName} wants a value; one that begins with a dash is ${rawName}=${value}`)
  return value
}

function noOption(command: Command, { verb }: Form, all: object, { name, rawName }: Token): Error {
  const known = Object.hasOwn(all, name) && rawName === `--${name}`
  const whose = ['mobieus', command.name, verb].filter(Boolean).join(' ')
  return misused(
    command,
    known ? `${rawName} is no option of ${whose}` : `there is no option ${rawName}`,
  )
}

const misused = ({ usage }: Command, why: string | undefined): Error =>
  new Error([why, `usage:\n${usage.join('\n')}`].filter(Boolean).join('; '))
