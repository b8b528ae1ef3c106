import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../packages/db/src/index.ts'
import { random } from '../../test/support/contract/random.ts'
import { call, type Api } from './call.ts'
import { startClients, type Creates } from './clients.ts'
import { openGround, type Ground } from './ground.ts'
import { startDirectWrites, type DirectWrites } from './direct.ts'
import { judge } from './judge.ts'
import { startFollower, startReceiver, type Follower, type Receiver } from './readers.ts'
import { recountOf } from './recount.ts'
import { logIsRead, untilNothingIsLeft } from './rest.ts'
import { killInTurn, type Kill } from './victims.ts'

/** The settings of a run; another one of the same seed kills and asks in the same order. */
export interface LogOptions {
  readonly creates: number
  readonly clients: number
  readonly kills: number
  readonly seed: number
}

type Log = (line: string) => void

/** The process that writes directly dies beside every so many kills. */
const DIRECT_EVERY = 3
const LINE_EVERY_MS = 10_000

/**
 * Every committed write has one place in the log, and every reader sees all of them in one order. Meanwhile
 * two servers, two workers and PostgreSQL are killed by turns.
 */
export async function proveLog(options: LogOptions, log: Log): Promise<Record<string, boolean>> {
  const { creates, clients, kills, seed } = options
  log(`seed ${seed}: ${creates} creates of ${clients} clients, ${kills} kills`)
  const ground = await openGround()
  const direct = startDirectWrites(ground.env)
  const receiver = await startReceiver()
  const owner = connect({ url: ground.ownerUrl, max: 2 })
  try {
    await register(ground.api, receiver.url)
    const followers = followersOf(ground.api)
    const { done, killed } = await createUnderFire(
      ground,
      { direct, followers, receiver },
      options,
      log,
    )
    log('everything is created; what is left is placed, read and delivered')
    await untilNothingIsLeft(owner, ground.tenantId, logIsRead)
    await Promise.all(followers.map((each) => each.finish()))
    const recount = await recountOf(ground)
    log(recount.said)
    const { tenantId } = ground
    const ran = { creates, kills, killed, done, direct, followers, recounted: recount.ok }
    return await judge({ owner, tenantId, arrived: receiver.arrived, ...ran }, log)
  } finally {
    await owner.close()
    await direct.process.end()
    await ground.close()
    receiver.close()
  }
}

/** Registers an endpoint that hears of everything, as soon as a server listens. */
async function register(api: Api, url: string): Promise<void> {
  const body = { url, subscribed_events: ['*'] }
  for (let turn = 0; ; turn++) {
    const answer = await call(api, turn, { path: '/webhooks', body, idempotencyKey: 'hook' })
    if (answer?.status === 201) return
    await sleep(100)
  }
}

const followersOf = (api: Api): Follower[] => [
  ...api.ports.map((port, i) => startFollower(`server ${i + 1}`, { ...api, ports: [port] })),
  startFollower('the servers in turn', api),
]

interface Readers {
  readonly direct: DirectWrites
  readonly followers: readonly Follower[]
  readonly receiver: Receiver
}

/** Creates all there is to create, while victims are killed all the way through. */
async function createUnderFire(
  { api, victims }: Ground,
  { direct, followers, receiver }: Readers,
  { creates, clients, kills, seed }: LogOptions,
  log: Log,
): Promise<{ done: Creates; killed: readonly Kill[] }> {
  const killed: Kill[] = []
  const mayBegin = (n: number) => n <= (creates * (killed.length + 1)) / (kills + 1)
  const { done, finished } = startClients(api, { creates, clients, seed, mayBegin })
  const telling = setInterval(() => {
    const followed = followers.map(({ seen }) => seen.length).join(', ')
    log(
      `${done.rows.size} created, ${direct.committed.length} more directly; ` +
        `followed: ${followed}; arrived: ${receiver.arrived.size}`,
    )
  }, LINE_EVERY_MS)
  const killing = killInTurn(victims, {
    kills,
    killed,
    numbers: random(seed - 1),
    progress: () => done.rows.size / creates,
    onKill({ name }) {
      log(`${name} is killed`)
      if (killed.length % DIRECT_EVERY === 0) direct.process.kill()
    },
  })
  try {
    await Promise.all([finished, killing])
  } finally {
    clearInterval(telling)
  }
  await direct.process.end()
  return { done, killed }
}
