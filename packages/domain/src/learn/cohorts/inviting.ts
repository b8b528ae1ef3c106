import { transact } from '@mobieus/db'
import { randomUUID } from 'node:crypto'
import type { Writing } from '../../kit/context.ts'
import type { FinalFailure, Letter } from '../../kit/post.ts'
import { purgeOf } from '../../kit/purge.ts'
import type { Task } from '../../kit/surface.ts'
import { writeThroughOutage } from '../../platform/outages.ts'
import { addTask } from '../../platform/tasks.ts'
import { noteChore } from '../../platform/work.ts'
import { inviteUrlOf } from './invite-links.ts'
import * as store from './invites.store.ts'

const [MOST_ATTEMPTS, MOST_ERROR, KEPT_DAYS] = [20, 500, 180]

export const invitesPurge = purgeOf({
  name: 'learn-invites',
  keptDays: KEPT_DAYS,
  remove: store.deleteInvites,
  oldest: store.oldestInvite,
})

/** Invites addresses to a cohort, those of its purchase or one that asks for it; a worker sends the mails. */
export async function invite(
  ctx: Writing & { readonly now: Date },
  cohortId: number,
  emails: readonly string[],
  isAsked: boolean,
): Promise<void> {
  if (emails.length === 0) return
  const rows = await store.insertInvites(ctx, cohortId, { emails, isAsked, now: ctx.now })
  for (const { id } of rows) addTask(ctx, sendInvite, id)
  noteChore(ctx, invitesPurge, invitesPurge.after(ctx.now))
}

type Begun = NonNullable<Awaited<ReturnType<typeof store.beginInvite>>>

/** Sends the mail of an invitation. After a crash it may be sent twice; a server out of reach is tried for 14 hours. */
export const sendInvite: Task = {
  name: 'send-learn-invite',
  async run({ db, post, secrets, originOf, clock }, tenantId, id) {
    const row = await transact(db, tenantId, ({ tx }) => store.beginInvite({ tx, tenantId }, id))
    if (!row) return undefined
    const origin = originOf(row.slug)
    const url = inviteUrlOf({ tenantId, secrets }, origin, row.cohort_id, row.id)
    const end = (outcome: Parameters<typeof store.endInvite>[2]) =>
      writeThroughOutage(() =>
        transact(db, tenantId, ({ tx }) => store.endInvite({ tx, tenantId }, id, outcome)),
      )
    try {
      await post.send(letterOf(row, origin, url, clock()))
    } catch (failure) {
      const error = (failure as Error).message.slice(0, MOST_ERROR)
      const ends = (failure as Partial<FinalFailure>).isFinal || row.attempts >= MOST_ATTEMPTS
      await end({ status: ends ? 'failed' : 'pending', error })
      if (ends) return undefined
      throw failure
    }
    await end({ status: 'sent', error: null, sent_at: clock() })
    return undefined
  },
}

/** The mail is from the community itself, at the host of its pages. */
function letterOf(row: Begun, origin: string, url: string, date: Date): Letter {
  const { hostname } = new URL(origin)
  const until = row.expires_at === null ? '' : ` until ${row.expires_at.toISOString().slice(0, 10)}`
  const by = row.organization_name ?? row.community
  return {
    kind: 'learn_invite',
    messageId: `${randomUUID()}@${hostname}`,
    from: { email: `no-reply@${hostname}`, name: oneLine(row.community) },
    to: { email: row.email, name: '' },
    addressed: null,
    subject: oneLine(`A seat in ${row.course_title}`),
    text: `${by} has a seat for you in the course “${row.course_title}”${until}.

Take it here:
${url}

The link is for this address alone. Whoever does not want the seat need not do anything.
`,
    ...{ files: [], inReplyTo: null, references: [], automatic: 'auto-generated' },
    ...{ unsubscribeUrl: null, date },
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
