import { setTimeout as sleep } from 'node:timers/promises'
import { random, type Random } from '../../test/support/contract/random.ts'
import { call, type Answer, type Api, type Call } from './call.ts'

/** The work of the clients, as far as it is done. */
export interface Creates {
  /** The name of each row that was answered with 201, by its id: `post 17`, `user 4`. */
  readonly rows: ReadonlyMap<string, string>
  /** Writes that were refused after the database had seen them. */
  readonly refused: number
  /** Calls that clients have left, and those without an answer or with one to be asked again. */
  readonly left: number
  readonly repeated: Readonly<Record<string, number>>
}

interface Tally {
  rows: Map<string, string>
  refused: number
  left: number
  repeated: Record<string, number>
}

/** Running clients. */
export interface Clients {
  readonly done: Creates
  /** Resolves when every create is answered. */
  readonly finished: Promise<unknown>
}

export interface ClientOptions {
  readonly creates: number
  readonly clients: number
  readonly seed: number
  /** Whether the create of this number may begin, so that writing keeps step with the killing. */
  readonly mayBegin: (n: number) => boolean
}

const THREADS = 10
const LEAVES_OF_100 = 3
const REFUSED_OF_100 = 3
const USERS_OF_100 = 10
const OPENERS_OF_100 = 5

/**
 * Clients that create posts, threads and members, each create under an Idempotency-Key until it is
 * answered. Between them are writes that end in a rollback: a name that is taken, and a client who leaves.
 */
export function startClients(api: Api, options: ClientOptions): Clients {
  const { creates, clients, seed, mayBegin } = options
  const done: Tally = { rows: new Map(), refused: 0, left: 0, repeated: {} }
  const threads: number[] = []
  let next = 0

  async function create(client: number, numbers: Random): Promise<void> {
    const n = next++
    while (!mayBegin(n)) await sleep(5)
    if (numbers.integer(1, 100) <= REFUSED_OF_100) await beRefused(client + n)
    const { path, body, name } = newRow(n, threads, numbers)
    const leaves = numbers.integer(1, 100) <= LEAVES_OF_100
    for (let turn = client + n; ; turn++) {
      const leavesAfterMs = leaves && turn === client + n ? numbers.integer(0, 15) : undefined
      const answer = await call(api, turn, { path, body, idempotencyKey: name, leavesAfterMs })
      if (answer?.status === 201) {
        const { id, thread_id } = answer.body.data
        if (thread_id && threads.length < THREADS) threads.push(thread_id)
        done.rows.set(`${path === '/users' ? 'user' : 'post'} ${id}`, name)
        return
      }
      if (leavesAfterMs === undefined || answer) await again(path, answer, done)
      else done.left++
    }
  }

  /** The name is taken, which the database finds when it writes the row. */
  async function beRefused(turn: number): Promise<void> {
    const body = { username: 'founder', email: `refused-${turn}@example.com` }
    const answer = await call(api, turn, { path: '/users', body })
    if (answer?.status === 409 || answer?.status === 422) done.refused++
    else await again('/users', answer, done)
  }

  const finished = Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const numbers = random(seed + client)
      while (next < creates) await create(client, numbers)
    }),
  )
  return { done, finished }
}

/** The row of a create, which is told by its name however often it is asked for. */
function newRow(
  n: number,
  threads: readonly number[],
  numbers: Random,
): Call & { readonly name: string } {
  const kind = numbers.integer(1, 100)
  if (kind <= USERS_OF_100) {
    const name = `member-${n}`
    return { name, path: '/users', body: { username: name, email: `${name}@example.com` } }
  }
  const name = `post-${n}`
  const place =
    kind <= USERS_OF_100 + OPENERS_OF_100 || threads.length < THREADS
      ? { forum_slug: 'general', title: name }
      : { thread_id: numbers.pick(threads) }
  return { name, path: '/posts', body: { ...place, body: name } }
}

/** A pause before an answer is asked for again; an answer that no kill explains ends the run. */
async function again(path: string, answer: Answer | undefined, done: Tally): Promise<void> {
  const why = answer ? `${answer.status} ${answer.body.error?.code}` : 'no answer'
  if (answer && answer.status < 500 && why !== '409 idempotency_in_progress')
    throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  done.repeated[why] = (done.repeated[why] ?? 0) + 1
  await sleep(answer ? 50 : 20)
}
