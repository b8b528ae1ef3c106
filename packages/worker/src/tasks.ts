import type { Work } from '@mobieus/domain/kit'
import { doTasks, settleTasks, TASKS } from '@mobieus/domain/platform'
import type { Logger } from 'pino'
import { startDue, type Due } from './due.ts'

/** The tenants whose tasks are done at the same time, and the tasks of each of them. */
const TURNS = 4
const AT_ONCE = 2

/** Does the tasks that rows of any surface ask for. */
export const startTasks = (work: Work, log: Logger, pollMs: number): Due =>
  startDue({
    db: work.db,
    clock: work.clock,
    kind: TASKS,
    everyMs: pollMs,
    maxTurns: TURNS,
    async turn(tenantId) {
      const done = await doTasks(work, tenantId, AT_ONCE, (error, task) =>
        log.error({ err: error, ...task }, 'task failed'),
      )
      return done > 0
    },
    settle: (tenantId) => settleTasks(work, tenantId),
    onError: (error) => log.error({ err: error }, 'tasks'),
  })
