import type { Writing } from '../../kit/context.ts'
import type { EnrollmentRow } from '../enrollments/enrollments.store.ts'
import type { PackageItem } from '../scorm/manifest/package-manifest.ts'
import { storeOwn } from '../xapi/statements/own.ts'
import * as store from './launches.store.ts'
import { registrationOf } from './registrations.rules.ts'
import { statementOf, type Verb } from './run-statements.rules.ts'
import type { RunRow } from './runs.store.ts'

/** The launch and the enrollment of a run, and its item. */
interface Of {
  readonly launch: store.LaunchRow
  readonly enrollment: EnrollmentRow
  readonly item: PackageItem
}

/** Says in the tenant's record store what a run has come to, in the transaction of its change. */
export async function tellRun(
  ctx: Writing & { readonly now: Date },
  { launch, enrollment, item }: Of,
  verbs: readonly Verb[],
  run: RunRow,
): Promise<void> {
  if (verbs.length === 0) return
  const [learner, about] = [
    await store.findLearner(ctx, launch.user_id),
    await store.findTaught(ctx, launch.activity_id),
  ]
  if (!learner || !about) return
  const told = {
    ...{
      origin: launch.origin,
      registration: registrationOf(ctx.tenantId, enrollment, launch.activity_id),
    },
    actor: { username: learner.username, name: learner.display_name ?? learner.username },
    course: { id: enrollment.course_id, title: about.course_title },
    activity: { id: launch.activity_id, title: about.title },
    item,
  }
  const statements = verbs.map((verb) => statementOf(told, verb, run, ctx.now))
  await storeOwn(ctx, statements, launch.origin)
}
