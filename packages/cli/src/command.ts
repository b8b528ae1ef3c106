import type { Readable } from 'node:stream'

/** The surroundings of a command: its environment, and where it prints. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv
  readonly input: Readable
  /** One line, or several. */
  print(text: string): void
}

/** An option takes the text after it, or nothing. */
type OptionKind = 'text' | 'flag'
type Options = Readonly<Record<string, OptionKind>>

/** The operands that a form was given, of which only the last may be missing, and its options. */
export interface Given<O extends Options = Options> {
  readonly operands: readonly [string, string, string | undefined]
  readonly options: { readonly [Name in keyof O]?: O[Name] extends 'flag' ? true : string }
}

/** One way to call a command. */
export interface Form<O extends Options = Options> {
  /** The word that chooses it; a command with one form has none. */
  readonly verb?: string
  /** The names of its operands, in their order; one in brackets may be left out. */
  readonly operands?: readonly string[]
  readonly options?: O
  /** Options that may not be left out. */
  readonly required?: readonly (keyof O & string)[]
  run(given: Given<O>, terminal: Terminal): Promise<void>
}

/** One command of `mobieus`. */
export interface Command {
  readonly name: string
  /** A line for each form it has. */
  readonly usage: readonly string[]
  readonly forms: readonly Form[]
}

/** A form whose options have their types. */
export const form = <const O extends Options>(typed: Form<O>): Form => typed as unknown as Form

/** A whole number, written in digits alone; `what` names it where it is none. */
export function whole(what: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${what} wants a whole number, not ${text}`)
  return Number(text)
}
