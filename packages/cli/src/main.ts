import { keys } from './commands/keys.ts'
import { migrate } from './commands/migrate.ts'
import { secrets } from './commands/secrets.ts'
import { seed } from './commands/seed.ts'
import { serve } from './commands/serve.ts'
import { signIn } from './commands/sign-in.ts'
import { tenants } from './commands/tenants.ts'
import { worker } from './commands/worker.ts'
import type { Command } from './command.ts'

const commands: Readonly<Record<string, Command>> = {
  serve,
  worker,
  migrate,
  seed,
  keys,
  'sign-in': signIn,
  tenants,
  secrets,
}

const help = (): string =>
  ['mobieus: run and look after a mobieusCore platform', '']
    .concat(Object.values(commands).flatMap((command) => command.usage))
    .concat([
      '',
      'DATABASE_URL names the database; without it a PostgreSQL of its own runs in ./data.',
    ])
    .join('\n')

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command || args.some((arg) => arg === '--help' || arg === '-h')) {
  const known = command ?? ['help', '--help', '-h'].includes(name)
  if (!known) console.error(`mobieus: there is no command ${name}\n`)
  console.log(help())
  process.exitCode = known ? 0 : 2
} else {
  try {
    await command.run(args)
  } catch (error) {
    console.error(`mobieus ${name}: ${(error as Error).message}`)
    if (process.env.DEBUG) console.error(error)
    process.exitCode = 1
  }
}
