import {
  isReleased,
  type ShownActivity,
  type ShownCourse,
  type ShownLesson,
  type ShownModule,
} from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { timeOf } from '../html.ts'
import { percent } from './facts.ts'
import { outlineOf } from './outline.ts'

/** A page of the player: an activity, or a lesson that has none. */
export interface Step {
  readonly path: string
  readonly title: string
  readonly module: ShownModule
  readonly lesson: ShownLesson
  readonly activity: ShownActivity | undefined
  /** Whether it shows the text of its lesson. */
  readonly isFirst: boolean
  /** Why it is not open to the reader yet, as HTML. */
  readonly waitsFor: string | undefined
}

/** The pages of the player, in the order of the course. */
export function stepsOf(course: ShownCourse, now: Date): readonly Step[] {
  const asked = new Map(course.activities.map((each) => [each.id, each]))
  const at = (name: number | string) => `/learn/courses/${course.slug}/${name}`
  return outlineOf(course).flatMap((module) =>
    module.lessons.flatMap((lesson): Step[] => {
      const of = { module, lesson }
      if (lesson.activities.length === 0) {
        const alone = { activity: undefined, isFirst: true, waitsFor: undefined }
        return [{ ...of, ...alone, path: at(`lesson-${lesson.id}`), title: lesson.title }]
      }
      return lesson.activities.map((activity, i) => ({
        ...{ ...of, activity, isFirst: i === 0, path: at(activity.id), title: activity.title },
        waitsFor: waitOf(activity, asked.get(activity.release_activity_id ?? 0), now),
      }))
    }),
  )
}

function waitOf(rule: ShownActivity, asked: ShownActivity | undefined, now: Date) {
  const { release_after_at: after, release_min_score_pct: least } = rule
  const release_after_at = after === null ? null : new Date(after)
  const come = asked && {
    completed_at: asked.completed_at === null ? null : new Date(asked.completed_at),
    score_pct: asked.score_pct,
  }
  if (isReleased({ ...rule, release_after_at }, come, now)) return undefined
  if (release_after_at && rule.release_rule_kind === 'date')
    return `It opens ${timeOf(release_after_at)}.`
  const title = `“${escaped(asked?.title ?? 'another part')}”`
  return rule.release_rule_kind === 'score'
    ? `It opens with a score of ${percent(least ?? 0)} in ${title}.`
    : `It opens when ${title} is completed.`
}
