import type { components } from '@mobieus/contract'
import { actingMember } from '../../core/acting-user.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { noteChore } from '../../platform/work.ts'
import { findActivity } from '../activities/activities.store.ts'
import { lockLearning, requireReleased } from '../progress/progress.ts'
import { findReady } from '../scorm-packages/scorm-packages.store.ts'
import { launchPurge } from './launch-purge.ts'
import { LAUNCH_PATH, LAUNCHED_WITHIN_MS, launchToken, PLAYED_WITHIN_MS } from './launch-tokens.ts'
import * as store from './launches.store.ts'

type Launch = components['schemas']['LearnLaunch']

export const launchActivity: Handler<'launchActivity'> = async (ctx, { path, body }) => {
  const { user } = await actingMember(ctx, 'actor_id', body?.actor_id)
  const activity = await findActivity(ctx, path.id)
  if (!activity) throw notFound()
  const { scorm_package_id: packageId } = activity
  const ready = packageId === null ? undefined : await findReady(ctx, packageId)
  if (packageId === null || !ready) throw conflict('The activity plays no package that is ready.')
  const enrollment = await lockLearning(ctx, user.id, activity.course_id)
  await requireReleased(ctx, enrollment, activity)
  const launch = await store.insertLaunch(ctx, {
    ...{ enrollment_id: enrollment.id, activity_id: activity.id, package_id: packageId },
    ...{ user_id: user.id, created_at: ctx.now, origin: ctx.origin },
    expires_at: new Date(ctx.now.getTime() + PLAYED_WITHIN_MS),
  })
  noteChore(ctx, launchPurge, launchPurge.after(launch.expires_at))
  return { data: presentLaunch(ctx, launch) }
}

function presentLaunch(ctx: AnyContext, launch: store.LaunchRow): Launch {
  const opensUntil = new Date(ctx.now.getTime() + LAUNCHED_WITHIN_MS)
  const token = launchToken(ctx.secrets, {
    ...{ tenantId: ctx.tenantId, launchId: launch.id, packageId: launch.package_id },
    expiresAt: opensUntil,
  })
  return {
    ...{ id: launch.id, activity_id: launch.activity_id, enrollment_id: launch.enrollment_id },
    url: `${ctx.origin}${LAUNCH_PATH}/${token}`,
    expires_at: timestamp(opensUntil),
  }
}
