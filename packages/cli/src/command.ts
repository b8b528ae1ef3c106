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
