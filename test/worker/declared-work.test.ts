import { mailing, noPost } from '../support/fake/post.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { surfaces } from '../../packages/domain/src/index.ts'
import type { Task } from '../../packages/domain/src/kit/index.ts'
import {
  addTask,
  advance,
  bySystem,
  doTasks,
  dropTask,
  listTenantsDue,
  onEvents,
  placeArrivals,
  repeatRound,
  settleLog,
  settleTasks,
  takeRound,
} from '../../packages/domain/src/platform/index.ts'
import { createTenant } from '../../packages/domain/src/admin/tenants.ts'
import { surface } from '../../packages/domain/src/kit/surface.ts'
import { startHooks, type Hooks } from '../support/http/hooks.ts'

/** Work that a surface declares: tasks, subscribers of the log, rounds by the clock. */

let hooks: Hooks
beforeAll(async () => {
  hooks = await startHooks(false)
})
afterAll(() => hooks.close())

const MINUTE_MS = 60_000

const now = () => hooks.platform.clock.now()

/** A surface with one task, which does what the test says, and the work of one tenant. */
async function workWith(run: (subjectId: number) => Promise<Date | undefined>) {
  const { platform } = hooks
  const { tenantId } = (await platform.addTenant()).live
  const task: Task = { name: 'try-out', run: (_work, _tenantId, id) => run(id) }
  const trial = surface('trial', { handlers: {}, tasks: [task] } as never)
  const { db, storage, clock } = platform
  const work = {
    db,
    storage,
    scan: async () => true,
    ...mailing(noPost),
    clock: clock.now,
    surfaces: [trial],
  }
  const failed: { attempts: number; again: Date }[] = []
  return {
    tenantId,
    failed,
    add: (id: number, dueAt?: Date) =>
      bySystem(db, tenantId, now(), async (ctx) => addTask(ctx, task, id, dueAt)),
    drop: (id: number) => bySystem(db, tenantId, now(), async (ctx) => dropTask(ctx, task, id)),
    /** As a worker does: the tenants that are found have their turn, and are settled. */
    async round() {
      if (!(await listTenantsDue(db, 'tasks', now())).includes(tenantId)) return 0
      const done = await doTasks(work, tenantId, 10, (_error, each) => void failed.push(each))
      await settleTasks(work, tenantId)
      return done
    },
    async open() {
      const { rows } = await platform.query(
        'select subject_id::int as id from tasks where tenant_id = $1 order by subject_id',
        [tenantId],
      )
      return rows.map(({ id }) => id as number)
    },
  }
}

test('a task is done when it is due, once, and then there is nothing to look at', async () => {
  const done: number[] = []
  const work = await workWith(async (id) => void done.push(id) as undefined)
  await work.add(1)
  await work.add(2, new Date(now().getTime() + MINUTE_MS))
  await work.add(3)
  await work.drop(3)
  expect(await work.round()).toBe(1)
  expect(await work.round()).toBe(0)
  expect(done).toEqual([1])
  hooks.platform.clock.advance(MINUTE_MS)
  expect(await work.round()).toBe(1)
  expect(done).toEqual([1, 2])
  expect(await work.open()).toEqual([])
  expect(await listTenantsDue(hooks.platform.db, 'tasks', new Date('2100-01-01'))).not.toContain(
    work.tenantId,
  )
})

test('one that fails is tried again, later each time, and keeps no other from being done', async () => {
  let fails = true
  const done: number[] = []
  const work = await workWith(async (id) => {
    if (id === 1 && fails) throw new Error('not now')
    return void done.push(id) as undefined
  })
  await work.add(1)
  await work.add(2)
  expect(await work.round()).toBe(2)
  expect(done).toEqual([2])
  expect(await work.round()).toBe(0)
  for (const seconds of [3, 8, 21]) {
    hooks.platform.clock.advance(seconds * 1000)
    expect(await work.round()).toBe(1)
  }
  expect(work.failed.map(({ attempts }) => attempts)).toEqual([1, 2, 3, 4])
  fails = false
  hooks.platform.clock.advance(55_000)
  expect(await work.round()).toBe(1)
  expect(await work.open()).toEqual([])
})

test('a turn that fails ends when all of its tasks have ended', async () => {
  const done: number[] = []
  const work = await workWith(async (id) => {
    if (id === 1) throw new Error('not now')
    await sleep(100)
    return void done.push(id) as undefined
  })
  await work.add(1)
  await work.add(2)
  // Then the failure of the first cannot be told, which is a failure of the turn.
  Object.freeze(work.failed)
  await expect(work.round()).rejects.toThrow()
  expect(done).toEqual([2])
})

test('one that is asked for again while it is in hand is done again', async () => {
  const done: number[] = []
  const work = await workWith(async (id) => {
    done.push(id)
    if (done.length === 1) await work.add(id)
    return undefined
  })
  await work.add(7)
  expect(await work.round()).toBe(1)
  expect(await work.open()).toEqual([7])
  expect(await work.round()).toBe(1)
  expect(done).toEqual([7, 7])
  expect(await work.open()).toEqual([])
})

test('one may say when it wants to be done again', async () => {
  const work = await workWith(async () => new Date(now().getTime() + MINUTE_MS))
  await work.add(1)
  expect(await work.round()).toBe(1)
  expect(await work.round()).toBe(0)
  hooks.platform.clock.advance(MINUTE_MS + 1_000)
  expect(await work.round()).toBe(1)
})

test('one that nobody knows any more waits, and has no tenant looked at for ever', async () => {
  const work = await workWith(async () => undefined)
  await hooks.platform.query(
    `insert into tasks (tenant_id, kind, subject_id, due_at, created_at)
     values ($1, 'gone', 1, $2, $2)`,
    [work.tenantId, now()],
  )
  await work.add(2)
  expect(await work.round()).toBe(1)
  expect(await work.round()).toBe(0)
  expect(await listTenantsDue(hooks.platform.db, 'tasks', now())).not.toContain(work.tenantId)
  expect(await work.open()).toEqual([1])
})

test('a subscriber gets each event of its types once and in order, and moves on with what it writes', async () => {
  const { platform } = hooks
  const { db } = platform
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  const seen: string[] = []
  let fails = false
  const reader = onEvents('trial', ['post.created'], async (ctx, { data }) => {
    await ctx.tx
      .updateTable('forums')
      .set({ description: data.title ?? '' })
      .execute()
    if (fails) throw new Error('not now')
    seen.push(data.title ?? '')
  })
  const read = async () => {
    await placeArrivals(db, tenantId)
    while ((await advance(db, reader, tenantId, now())).more);
    await settleLog(db, reader, tenantId)
  }
  await hooks.post('from before', tenant)
  await read()
  expect(seen).toEqual([])
  for (const title of ['one', 'two']) await hooks.post(title, tenant)
  await placeArrivals(db, tenantId)
  expect(await listTenantsDue(db, 'log:trial', now())).toContain(tenantId)
  fails = true
  await expect(read()).rejects.toThrow('not now')
  const described = async () =>
    (await platform.query('select description from forums where tenant_id = $1', [tenantId]))
      .rows[0].description as string
  expect(await described()).toBe('')
  fails = false
  await Promise.all([read(), read()])
  await read()
  expect(seen).toEqual(['one', 'two'])
  expect(await described()).toBe('two')
  expect(await listTenantsDue(db, 'log:trial', now())).not.toContain(tenantId)
})

test('a new tenant has every subscriber from its first event, and what surfaces furnish', async () => {
  const { platform } = hooks
  const seen: string[] = []
  const reader = onEvents('greeter', ['user.joined'], async (_ctx, { data }) => {
    seen.push(data.username)
  })
  const furnished: string[] = []
  const trial = surface('trial', {
    handlers: {},
    subscribers: [reader],
    furnish: async (ctx: { admin: { username: string } }) =>
      void furnished.push(ctx.admin.username),
  } as never)
  const admin = { username: 'founder', email: 'founder@example.com' }
  const { live } = await createTenant(platform.db, [...surfaces, trial], {
    ...{ slug: 'greeted', name: 'Greeted', plan: 'pro' as const, admin },
  })
  expect(furnished).toEqual(['founder', 'founder'])
  await placeArrivals(platform.db, live.tenantId)
  await advance(platform.db, reader, live.tenantId, now())
  expect(seen).toEqual(['founder'])
})

test('a round is made by one of all processes, made up for once, and repeated when it failed', async () => {
  const { db } = hooks.platform
  const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes))
  const taken = async (minutes: number) => {
    const all = await Promise.all([1, 2, 3].map(() => takeRound(db, 'trial', 10, at(minutes))))
    return all.filter(Boolean).length
  }
  expect(await taken(3)).toBe(0)
  expect(await taken(9)).toBe(0)
  expect(await taken(10)).toBe(1)
  expect(await taken(11)).toBe(0)
  expect(await taken(55)).toBe(1)
  expect(await taken(56)).toBe(0)
  await repeatRound(db, 'trial', at(56))
  expect(await taken(56)).toBe(0)
  expect(await taken(57)).toBe(1)
  expect(await taken(60)).toBe(1)
})
