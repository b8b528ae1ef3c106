import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { migrate, startEmbedded } from '../../packages/db/src/index.ts'
import { killWebhooks } from '../../test/support/process/kill-webhooks.ts'

/**
 * The whole proof that webhooks lose nothing: a server and two workers are SIGKILLed 50 times while
 * 10,000 events are written and delivered. `--kills N --events N` make it longer or shorter.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string' }, events: { type: 'string' } },
})
const kills = Number(values.kills ?? 50)
const events = Number(values.events ?? 10_000)

const dataDir = await mkdtemp(path.join(tmpdir(), 'mobieus-kill-'))
await chmod(dataDir, 0o755)
const embedded = await startEmbedded({ dataDir })
try {
  const { appUrl } = await migrate({ url: embedded.url, appSecret: 'test-secret-of-16' })
  const report = await killWebhooks({
    ownerUrl: embedded.url,
    appUrl,
    events,
    kills,
    log: console.log,
  })
  const { log, feed, delivered, arrived, ...rest } = report
  const late = feed.slice(1)
  const same = (ids: readonly string[]) =>
    ids.length === late.length && ids.every((id, i) => id === late[i])
  const verdicts = {
    'every post was answered': rest.answered === events,
    'the log has one event for each, and no gap': log.length === events + 1 && rest.gaps === 0,
    'the feed is the log': feed.length === log.length,
    'one delivery succeeded for each event': same(delivered),
    'every event arrived, and no other': same(arrived) && rest.postsArrived === events,
    'every signature was good': rest.badSignatures === 0,
  }
  console.log(rest)
  console.log(verdicts)
  if (!Object.values(verdicts).every(Boolean)) process.exitCode = 1
} finally {
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
}
