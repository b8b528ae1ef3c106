import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { migrate } from '../../packages/db/src/index.ts'
import { argumentsOf, compilePrograms } from './process/compiled.ts'
import { atDatabase, dropDatabase, throughPooler, withServer } from './process/postgres.ts'
import { compileShared } from './process/shared.ts'
import { startThrowaway } from './process/throwaway.ts'

declare global {
  var stopTestCluster: (() => Promise<void>) | undefined
  var testJudge: ChildProcess | undefined
}

/**
 * One cluster for the whole run, and in it one migrated database that test files copy. The cluster is
 * the server behind DATABASE_URL, if that is set, or one of our own that is thrown away afterwards.
 * And one judge, in a process of its own: to make one takes longer than most files' tests.
 */
export default async function setUp(): Promise<void> {
  await compilePrograms()
  await compileShared()
  const judge = spawn(process.execPath, argumentsOf('judge'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  globalThis.testJudge = judge
  const judging = once(judge, 'message')
  const given = process.env.DATABASE_URL
  const embedded = given === undefined ? await startThrowaway('test', { small: true }) : undefined
  const server = embedded?.url ?? String(given)
  const template = `mobieus_template_${randomBytes(4).toString('hex')}`

  await withServer(server, (client) => client.query(`create database ${template}`))
  const templateUrl = atDatabase(server, template)
  const { appUrl } = await migrate({ url: templateUrl, appSecret: 'test-secret-of-16' })

  process.env.APP_SECRET = 'test-secret-of-16'
  process.env.TEST_SERVER_URL = server
  process.env.TEST_APP_URL = throughPooler(withPlanner(appUrl, process.env.TEST_PLANNER))
  process.env.TEST_TEMPLATE = template

  process.env.TEST_JUDGE_PORT = String((await judging)[0])

  globalThis.stopTestCluster = async () => {
    if (embedded) await embedded.stop()
    else await dropDatabase(server, template)
  }
}

/** The application as PostgreSQL plans for it with these settings, `enable_nestloop=off` and the like. */
function withPlanner(appUrl: string, settings = ''): string {
  const url = new URL(appUrl)
  const options = settings.split(',').filter(Boolean)
  if (options.length > 0)
    url.searchParams.set('options', options.map((each) => `-c ${each}`).join(' '))
  return url.href
}
