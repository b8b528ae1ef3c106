import { readConfig } from '@mobieus/server'
import { form, type Command } from '../command.ts'
import { migrateDatabase } from '../database.ts'

export const migrate: Command = {
  name: 'migrate',
  usage: ['  mobieus migrate                     bring the database up to date'],
  forms: [
    form({
      async run(_given, { env, print }) {
        const reached = await migrateDatabase(env, readConfig(env), print)
        await reached.release()
        print('The database is up to date.')
      },
    }),
  ],
}
