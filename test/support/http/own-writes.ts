import { createBounds, type Bounds } from './bounds.ts'
import { memberWrites, type Member, type MemberWrite } from './member-writes.ts'
import type { Json } from './platform.ts'

/** Calls a path of one server, with a body by POST; answers the body of a success. */
export type Ask = (path: string, body?: unknown) => Promise<Json>

/** The promises to a caller whose write has just been answered, whichever server is asked next. */
export const promises = {
  log: 'the newest events show it',
  type: 'the newest events of its type show it',
  rows: 'the list shows the row, and no row that was deleted',
  part: 'the total of a filter that only this caller writes to is exact',
  member: 'the post_count of the member is exact',
  totals: 'totals have each write that was answered before, and none that begins after',
} as const
export type PromiseName = keyof typeof promises

/** Broken promises: the round, and what was shown instead. */
export type BrokenPromises = Readonly<Record<PromiseName, readonly string[]>>

/** The settings of a run. */
export interface OwnWritesOptions {
  /** Each is written to by turns, and the other one is asked for what was written. */
  readonly servers: readonly [Ask, Ask]
  readonly rounds: number
  readonly clients: number
  /** Called after each round with how many there were. */
  readonly onRound?: (done: number) => void
}

/**
 * Clients of one tenant write beside each other, each in the name of a member of its own. A round is a write
 * on one server. As soon as it is answered, the other one is asked for the event, the row and the totals, all
 * at once. The tenant has no other writers.
 */
export async function readOwnWrites(options: OwnWritesOptions): Promise<BrokenPromises> {
  const { servers, rounds, clients, onRound } = options
  const broken: Record<PromiseName, string[]> = {
    ...{ log: [], type: [], rows: [], part: [], member: [], totals: [] },
  }
  const members = await joinMembers(servers[0], clients)
  const bounds = createBounds(await readTotals(servers[0]))
  let begun = 0
  let done = 0
  const client = async (member: Member) => {
    for (let turn = 0; begun < rounds; turn++) {
      const n = begun++
      const write = memberWrites[turn % memberWrites.length] as MemberWrite
      const [writer, reader] = n % 2 === 0 ? servers : [servers[1], servers[0]]
      const { data } = await bounds.during(totalsOf(write), () =>
        writer(...write.request(member, n)),
      )
      for (const [promise, shown] of await breaches(reader, bounds, member, write, data))
        broken[promise].push(`round ${n}, ${write.type} of ${data.id}: ${shown}`)
      onRound?.(++done)
    }
  }
  await Promise.all(members.map(client))
  return broken
}

/** Asks for everything that a write has changed; tells the promises that the answers break. */
async function breaches(
  ask: Ask,
  bounds: Bounds,
  member: Member,
  write: MemberWrite,
  data: Json,
): Promise<[PromiseName, string][]> {
  const found: [PromiseName, string][] = []
  const hold = (promise: PromiseName, holds: boolean, shown: string) => {
    if (!holds) found.push([promise, shown])
  }
  const tells = ({ type, data: told }: Json) => type === write.type && told[write.field] === data.id
  const isRow = ({ id }: Json) => id === data.id
  const stays = write.change > 0
  const part = write.keep(member, data)

  /** One of the totals that others change too, with its newest rows. */
  async function page(promise: PromiseName, path: string, is: typeof isRow, there: boolean) {
    const outOfBounds = bounds.before(path)
    const { shown, total } = await newest(ask, path, is, there)
    const fault = outOfBounds(total)
    hold('totals', fault === undefined, `${fault}`)
    hold(promise, shown === there, path)
  }
  async function ownPart(query: string, total: number) {
    const path = `${write.list}?${query}`
    const answer = await newest(ask, path, isRow, stays)
    hold('rows', answer.shown === stays, path)
    hold('part', answer.total === total, `${path} counts ${answer.total}, not ${total}`)
  }
  async function profile() {
    const { post_count } = (await ask(`/users/${member.id}`)).data
    hold('member', post_count === member.posts, `${post_count}, not ${member.posts}`)
  }
  await Promise.all([
    part && ownPart(part.query, part.total),
    write.list === '/posts' && profile(),
    page('rows', write.list, isRow, stays),
    page('log', '/events', tells, true),
    page('type', `/events?type=${write.type}`, tells, true),
  ])
  return found
}

const LIMIT = 10
/** As far as others, who write meanwhile, may have moved what is looked for. */
const PAGES = 20

/** Whether the newest rows of a list show something, and the total of its first page. */
async function newest(ask: Ask, path: string, is: (row: Json) => boolean, expected: boolean) {
  const from = `${path}${path.includes('?') ? '&' : '?'}limit=${LIMIT}`
  const first = await ask(from)
  let { data: rows, next_cursor: cursor } = first
  for (let page = 1; expected && !rows.some(is) && cursor && page < PAGES; page++)
    ({ data: rows, next_cursor: cursor } = await ask(`${from}&cursor=${cursor}`))
  return { shown: rows.some(is) as boolean, total: first.total_count as number }
}

/** The totals that a write changes, by their paths: of the log, of its part, and of the list. */
const totalsOf = ({ type, list, change }: MemberWrite): Readonly<Record<string, 1 | -1>> => ({
  '/events': 1,
  [`/events?type=${type}`]: 1,
  [list]: change,
})

async function readTotals(ask: Ask): Promise<Record<string, number>> {
  const paths = [...new Set(memberWrites.flatMap((write) => Object.keys(totalsOf(write))))]
  const totals = paths.map(async (path) => [path, (await ask(path)).total_count as number])
  return Object.fromEntries(await Promise.all(totals))
}

async function joinMembers(ask: Ask, clients: number): Promise<Member[]> {
  const { data: categories } = await ask('/listing-categories')
  const none = { posts: 0, listings: 0, reports: 0, thread: 0, reply: 0 }
  return Promise.all(
    Array.from({ length: clients }, async (_, client): Promise<Member> => {
      const username = `client-${client}`
      const { data } = await ask('/users', { username, email: `${username}@example.com` })
      return { ...none, id: data.id, username, categoryId: categories[0].id }
    }),
  )
}
