/** One command of `mobieus`. */
export interface Command {
  /** A line for each form it has. */
  readonly usage: readonly string[]
  /** Throws a sentence for whoever called it. */
  run(args: string[]): Promise<void>
}

/** Thrown when the words of a call are not those of `usage`. */
export const misused = (command: { readonly usage: readonly string[] }): Error =>
  new Error(`usage:\n${command.usage.join('\n')}`)

/** The words of a call that are no options, at most so many: one too many may have meant something else. */
export function words(command: Command, given: readonly string[], most: number): readonly string[] {
  const extra = given[most]
  if (extra !== undefined)
    throw new Error(`unexpected argument ${extra}; ${misused(command).message}`)
  return given
}

/** A whole number, written in digits alone; `what` names it where it is none. */
export function whole(what: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${what} wants a whole number, not ${text}`)
  return Number(text)
}
