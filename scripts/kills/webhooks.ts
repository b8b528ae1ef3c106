import { migrate } from '../../packages/db/src/index.ts'
import { killWebhooks } from '../../test/support/process/kill-webhooks.ts'
import { startDurable } from './postgres.ts'

/** Webhooks lose nothing: a server and two workers are killed while events are written and delivered. */
export async function proveWebhooks(
  { kills, events }: { readonly kills: number; readonly events: number },
  log: (line: string) => void,
): Promise<Record<string, boolean>> {
  const postgres = await startDurable()
  try {
    const { appUrl } = await migrate({ url: postgres.url, appSecret: 'test-secret-of-16' })
    const report = await killWebhooks({ ownerUrl: postgres.url, appUrl, events, kills, log })
    const { log: positions, feed, delivered, arrived, ...rest } = report
    const late = feed.slice(1)
    const same = (ids: readonly string[]) =>
      ids.length === late.length && ids.every((id, i) => id === late[i])
    console.log(rest)
    return {
      'every post was answered': rest.answered === events,
      'the log has one event for each, and no gap':
        positions.length === events + 1 && rest.gaps === 0,
      'the feed is the log': feed.length === positions.length,
      'one delivery succeeded for each event': same(delivered),
      'every event arrived, and no other': same(arrived) && rest.postsArrived === events,
      'every signature was good': rest.badSignatures === 0,
    }
  } finally {
    await postgres.stop()
  }
}
