import { Problem } from '@mobieus/contract'
import { reader, type Database } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { bySystem } from '../../platform/by-system.ts'
import { addTask } from '../../platform/tasks.ts'
import { findCourse } from '../courses/courses.store.ts'
import { findCohort, type CohortRow } from './cohorts.store.ts'
import type { Invited } from './invite-links.ts'
import { invite, sendInvite } from './inviting.ts'
import * as store from './invites.store.ts'
import { redeem } from './seats.ts'

const AGAIN_MS = 10 * 60 * 1000

/** A seat that a link offers: in which course, and whether the link is for the reader of a mail. */
export interface Offer {
  readonly courseTitle: string
  readonly by: string
  readonly isPersonal: boolean
}

/** The offer of a link; `undefined` where its cohort or its invitation is gone. */
export async function findOffer(
  db: Database,
  { tenantId, cohortId, inviteId }: Invited,
): Promise<Offer | undefined> {
  const ctx = { tx: reader(db, tenantId), tenantId }
  const cohort = await findCohort(ctx, cohortId)
  const course = cohort?.course_id ? await findCourse(ctx, cohort.course_id) : undefined
  if (!cohort || !course) return undefined
  if (inviteId !== undefined && !(await inviteOf(ctx, cohort, inviteId))) return undefined
  const by = cohort.organization_name ?? cohort.name
  return { courseTitle: course.title, by, isPersonal: inviteId !== undefined }
}

/**
 * Gives a seat to the member whose address an invitation was sent to: whoever has the link reads the mail. Answers a
 * sentence that says why not, where it does not.
 */
export async function takeSeat(
  db: Database,
  { tenantId, cohortId, inviteId }: Invited & { readonly inviteId: number },
  now: Date,
): Promise<string | undefined> {
  try {
    return await bySystem(db, tenantId, now, async (ctx) => {
      const cohort = await findCohort(ctx, cohortId)
      const row = cohort && (await inviteOf(ctx, cohort, inviteId))
      if (!row) return 'The invitation is not valid any more.'
      const member = await store.findMemberOf(ctx, row.email_key)
      if (!member)
        return 'Nobody here has this address. Join with it first, and open the link again.'
      await redeem(ctx, cohortId, member.id)
      if (!row.redeemed_at) await store.noteRedeemed(ctx, inviteId, member.id, now)
      return undefined
    })
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

/**
 * Sends a link to an address where a member has it. The asker is not told whether one has. An address is sent another one
 * after ten minutes.
 */
export const askForSeat = (
  db: Database,
  { tenantId, cohortId }: Invited,
  email: string,
  now: Date,
): Promise<void> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const key = email.toLowerCase()
    const cohort = await findCohort(ctx, cohortId)
    if (cohort?.source !== 'grant' || !(await store.findMemberOf(ctx, key))) return
    await invite(ctx, cohortId, [email], true)
    const before = new Date(now.getTime() - AGAIN_MS)
    const renewed = await store.renewInvite(ctx, cohortId, key, { before, now })
    if (renewed !== undefined) addTask(ctx, sendInvite, renewed)
  })

async function inviteOf(
  ctx: Partition,
  { id }: CohortRow,
  inviteId: number,
): Promise<store.InviteRow | undefined> {
  const row = await store.findInvite(ctx, inviteId)
  return row?.cohort_id === id ? row : undefined
}
