import type { SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { lockRecords } from '../xapi/statements/writing.store.ts'
import * as store from './deletions.store.ts'

/** How many statements, or documents, go at a time: others wait for no longer than that to store theirs. */
const AT_ONCE = 200

/** How long a worker stays with one agent. Other tasks of the tenant wait that long. */
const TURN_MS = 20_000

/** Deletes what there is of an agent, piece by piece; a worker that is killed leaves the rest to the next one. */
export const deletingActor: Task = {
  name: 'delete-xapi-actor',
  async run({ db, clock }, tenantId, id) {
    const deletion = await bySystem(db, tenantId, clock(), async (ctx) => {
      await store.countRemaining(ctx, id)
      return store.findDeletion(ctx, id)
    })
    if (!deletion || deletion.finished_at) return undefined
    const until = clock().getTime() + TURN_MS
    while (await bySystem(db, tenantId, clock(), (ctx) => deleteSome(ctx, id, deletion.refs)))
      if (clock().getTime() > until) return clock()
    return undefined
  },
}

/** Whether there may be more. The lock keeps statements from being stored whose attachments seem unused. */
async function deleteSome(
  ctx: SystemWriting,
  id: number,
  refs: readonly string[],
): Promise<boolean> {
  await lockRecords(ctx, true)
  const statements = await store.deleteStatements(ctx, refs, AT_ONCE)
  const documents = statements < AT_ONCE ? await store.deleteDocuments(ctx, refs, AT_ONCE) : 0
  const isOver = statements < AT_ONCE && documents < AT_ONCE
  if (isOver) await store.deleteNames(ctx, refs)
  await store.addDone(ctx, id, { statements, documents }, isOver ? ctx.now : undefined)
  return !isOver
}
