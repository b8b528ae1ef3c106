import { requireOwnerOrModerator, type Acting } from '../../core/acting-user.ts'
import { invalidField } from '../../kit/problem.ts'
import { MODERATOR } from '../../platform/rank.rules.ts'
import type { Authoring } from './changes.ts'
import type { CourseRow } from './courses.store.ts'

/** The author of a course, and moderators who rank above the learner, decide on what is the learner's. */
export async function requireTeacher(
  ctx: Authoring,
  actor: Acting,
  course: CourseRow,
  learnerId: number,
): Promise<void> {
  if (actor.user.id === course.author_id) return
  if (actor.role < MODERATOR)
    throw invalidField('actor_id', 'not_allowed', 'is neither the author nor a moderator')
  await requireOwnerOrModerator(ctx, 'actor_id', actor, learnerId)
}
