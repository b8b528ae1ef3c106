import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database } from '../../packages/db/src/index.ts'
import { random } from '../../test/support/contract/random.ts'
import { call, type Api } from './call.ts'
import { openGround, type Ground } from './ground.ts'
import { tally } from './judge.ts'
import { recountOf } from './recount.ts'
import { logIsPlaced, untilNothingIsLeft } from './rest.ts'
import { killInTurn, type Kill } from './victims.ts'

/** The settings of a run. */
export interface LearnOptions {
  readonly learners: number
  readonly kills: number
  readonly seed: number
}

type Log = (line: string) => void

const CLIENTS = 16
const LINE_EVERY_MS = 10_000
/** An embedded PostgreSQL that ends more than five times a minute is not started again. */
const BETWEEN_KILLS_MS = 3_000

/**
 * A course is completed as a whole or not at all. Learners take it to its end over two servers, while these, the
 * workers and PostgreSQL are killed by turns. Each completion has one certificate and one event of either kind.
 */
export async function proveLearn(
  options: LearnOptions,
  log: Log,
): Promise<Record<string, boolean>> {
  const { learners, kills, seed } = options
  log(`seed ${seed}: ${learners} learners, ${kills} kills`)
  const ground = await openGround()
  const owner = connect({ url: ground.ownerUrl, max: 2 })
  try {
    const course = await openCourse(ground.api)
    const members = await openMembers(ground.api, learners)
    log(`a course of ${course.activities} activities, and its learners, are there`)
    const killed = await learnUnderFire(ground, course, members, options, log)
    await untilNothingIsLeft(owner, ground.tenantId, logIsPlaced)
    log(`kills: ${tally(killed)}`)
    const recount = await recountOf(ground)
    log(recount.said)
    const kept = await verdicts(owner, ground.tenantId, { ...options, killed }, log)
    return { ...kept, 'every counter is that of a recount': recount.ok }
  } finally {
    await owner.close()
    await ground.close()
  }
}

/** The data of an answer, which is asked for until it comes. */
async function insist(api: Api, path: string, body: object, idempotencyKey: string) {
  for (let turn = 0; ; turn++) {
    const answer = await call(api, turn, { path, body, idempotencyKey })
    if (answer && answer.status < 300) return answer.body.data
    if (answer && answer.status < 500 && answer.body.error?.code !== 'idempotency_in_progress')
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    await sleep(100)
  }
}

interface Course {
  readonly id: number
  readonly page: number
  readonly quiz: number
  readonly question: number
  readonly activities: number
}

/** A page, and a quiz that opens with it and is passed with its one question. */
async function openCourse(api: Api): Promise<Course> {
  const make = (path: string, body: object) => insist(api, `/learn${path}`, body, path)
  const { id } = await make('/courses', { slug: 'fire', title: 'Under fire' })
  const { id: module } = await make(`/courses/${id}/modules`, { title: 'All' })
  const { id: lesson } = await make(`/modules/${module}/lessons`, { title: 'All' })
  const activities = `/lessons/${lesson}/activities`
  const { id: page } = await make(activities, { kind: 'page', title: 'Read' })
  const rule = { release_rule_kind: 'prerequisite', release_activity_id: page }
  const asked = { kind: 'quiz', title: 'Say', assessment: { pass_mark_pct: 50 }, ...rule }
  const { id: quiz } = await insist(api, `/learn${activities}`, asked, 'quiz')
  const { id: question } = await make(`/activities/${quiz}/questions`, {
    ...{ kind: 'number', text_markdown: 'Which number is it?', number: 7 },
  })
  await make(`/courses/${id}/publish`, {})
  return { id, page, quiz, question, activities: 2 }
}

const openMembers = (api: Api, learners: number): Promise<number[]> =>
  inTurn(
    Array.from({ length: learners }, (_, n) => n),
    async (n) => {
      const member = { username: `learner-${n}`, email: `learner-${n}@example.org` }
      return (await insist(api, '/users', member, `member-${n}`)).id as number
    },
  )

/** Does something for each, by several clients; answers what came of it in order. */
async function inTurn<T, R>(
  all: readonly T[],
  work: (one: T, n: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const client = async () => {
    for (let n = next++; n < all.length; n = next++) results[n] = await work(all[n] as T, n)
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return results
}

/** One member takes the course from its enrollment to its end. */
async function learn(api: Api, course: Course, user: number): Promise<void> {
  const step = (path: string, name: string, body: object) =>
    insist(api, `/learn${path}`, body, `${name}-${user}`)
  const actor = { actor_id: user }
  await step('/enrollments', 'enroll', { user_id: user, course_id: course.id })
  await step(`/activities/${course.page}/complete`, 'read', actor)
  const { id } = await step(`/activities/${course.quiz}/attempts`, 'begin', actor)
  const answers = [{ question_id: course.question, number: 7 }]
  await step(`/attempts/${id}/submit`, 'submit', { ...actor, answers })
}

/** All of them learn, while victims are killed all the way through; the two wait for each other. */
async function learnUnderFire(
  { api, victims }: Ground,
  course: Course,
  members: readonly number[],
  { kills, seed }: LearnOptions,
  log: Log,
): Promise<readonly Kill[]> {
  const killed: Kill[] = []
  const startedAt = performance.now()
  let finished = 0
  const learning = inTurn(members, async (member, n) => {
    while (n > (members.length * (killed.length + 1)) / (kills + 1)) await sleep(5)
    await learn(api, course, member)
    finished++
  })
  const telling = setInterval(() => log(`${finished} have finished`), LINE_EVERY_MS)
  const killing = killInTurn(victims, {
    ...{ kills, killed, numbers: random(seed - 1) },
    progress: () =>
      Math.min(
        (finished + CLIENTS) / members.length,
        (performance.now() - startedAt) / (BETWEEN_KILLS_MS * (kills + 1)),
      ),
    onKill: ({ name }) => log(`${name} is killed`),
  })
  await Promise.all([killing, learning]).finally(() => clearInterval(telling))
  return killed
}

/** How many rows there are that a promise forbids, by the promises. */
const BROKEN = {
  'every learner has completed the course, once': `
    select u.id from users u
    left join learn_enrollments e on e.tenant_id = u.tenant_id and e.user_id = u.id
    where u.tenant_id = $1 and u.username like 'learner-%'
    group by u.id having count(*) filter (where e.status = 'completed') <> 1 or count(*) <> 1`,
  'every completion has exactly one certificate, which can be verified': `
    select e.id from learn_enrollments e
    left join learn_certificates c on c.tenant_id = e.tenant_id and c.enrollment_id = e.id
    left join learn_certificate_directory d on d.certificate_id = c.id and d.serial = c.serial
    where e.tenant_id = $1 and e.status = 'completed'
    group by e.id having count(c.id) <> 1 or count(d.serial) <> 1`,
  'every completion has one course.completed': eventsBy('course.completed'),
  'every completion has one certificate.issued': eventsBy('certificate.issued'),
  'every enrollment has one enrollment.created': eventsBy('enrollment.created'),
  'no certificate is of a course that is not completed': `
    select c.id from learn_certificates c
    join learn_enrollments e on e.tenant_id = c.tenant_id and e.id = c.enrollment_id
    where c.tenant_id = $1 and e.status <> 'completed'`,
  'nothing is half done': `
    select e.id from learn_enrollments e
    left join learn_progress p on p.tenant_id = e.tenant_id and p.enrollment_id = e.id
    left join learn_attempts a on a.tenant_id = e.tenant_id and a.enrollment_id = e.id
    where e.tenant_id = $1 group by e.id, e.progress_pct
    having count(distinct p.activity_id) filter (where p.completed_at is not null) <> 2
      or count(distinct a.id) <> 1 or bool_or(a.status <> 'graded') or e.progress_pct <> 100`,
} as const

function eventsBy(type: string): string {
  return `
    select e.id from learn_enrollments e
    left join api_events v on v.tenant_id = e.tenant_id and v.type = '${type}'
      and (v.data ->> 'enrollment_id')::bigint = e.id
    where e.tenant_id = $1 group by e.id having count(v.position) <> 1`
}

async function verdicts(
  owner: Database,
  tenantId: number,
  { learners, kills, killed }: LearnOptions & { readonly killed: readonly Kill[] },
  log: Log,
): Promise<Record<string, boolean>> {
  const kept: Record<string, boolean> = { 'so many were killed': killed.length === kills }
  for (const [promise, query] of Object.entries(BROKEN)) {
    const { rows } = await owner.pool.query<Record<string, unknown>>(query, [tenantId])
    if (rows.length > 0)
      log(`${promise}: not for ${rows.length}, such as ${JSON.stringify(rows[0])}`)
    kept[promise] = rows.length === 0
  }
  const { rows } = await owner.pool.query<{ n: number }>(
    `select count(*) as n from learn_certificates where tenant_id = $1 and status = 'issued'`,
    [tenantId],
  )
  log(`${rows[0]?.n} certificates for ${learners} learners`)
  return { ...kept, 'there are as many certificates as learners': rows[0]?.n === learners }
}
