import { keys } from './commands/keys.ts'
import { scimTokens } from './commands/scim-tokens.ts'
import { migrate } from './commands/migrate.ts'
import { recount } from './commands/recount.ts'
import { secrets } from './commands/secrets.ts'
import { seed } from './commands/seed.ts'
import { serve } from './commands/serve.ts'
import { signIn } from './commands/sign-in.ts'
import { tenants } from './commands/tenants.ts'
import { worker } from './commands/worker.ts'
import type { Terminal } from './command.ts'
import { read } from './read.ts'

/** Every command, in the order in which help lists them. */
export const commands = [
  serve,
  worker,
  migrate,
  seed,
  keys,
  scimTokens,
  signIn,
  tenants,
  secrets,
  recount,
]

const help = (): string =>
  ['mobieus: run and look after a mobieusCore platform', '']
    .concat(commands.flatMap((command) => command.usage))
    .concat([
      '',
      'DATABASE_URL names the database; without it a PostgreSQL of its own runs in ./data.',
    ])
    .join('\n')

const HELP = ['--help', '-h']

/** Carries a call out and answers the exit code; `complain` hears in a sentence what was wrong with it. */
export async function run(
  [name = 'help', ...args]: readonly string[],
  terminal: Terminal,
  complain: (sentence: string, error?: unknown) => void,
): Promise<number> {
  const command = commands.find((each) => each.name === name)
  if (
    name === 'help' ||
    HELP.includes(name) ||
    (command && args.some((arg) => HELP.includes(arg)))
  ) {
    terminal.print(help())
    return 0
  }
  if (!command) {
    complain(`mobieus: there is no command ${name}\n\n${help()}`)
    return 2
  }
  try {
    const { form, given } = read(command, args)
    await form.run(given, terminal)
    return 0
  } catch (error) {
    complain(`mobieus ${name}: ${(error as Error).message}`, error)
    return 1
  }
}
