import type { Partition } from '../kit/context.ts'
import type { Chore } from '../kit/surface.ts'
import { GRACE_DAYS, goneBefore } from './grace.rules.ts'
import { anonymiseDueUsers, nextDueDeletion } from './users.store.ts'

const BATCH = 500

/** Makes members anonymous whose grace is over, at most a batch; answers how many. */
export const purgeLeftUsers = (partition: Partition, now: Date): Promise<number> =>
  anonymiseDueUsers(partition, goneBefore(now), now, BATCH)

export const memberPurge: Chore = {
  name: 'purgeLeftUsers',
  run: (ctx) => purgeLeftUsers(ctx, ctx.now),
  next: (partition) => nextDueDeletion(partition, GRACE_DAYS),
}
