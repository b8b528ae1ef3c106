import type { ShownActivity, ShownCourse, ShownLesson, ShownModule } from '@mobieus/domain/learn'

/** A lesson with its activities. */
export type LessonOf = ShownLesson & { readonly activities: readonly ShownActivity[] }
/** A module with its lessons. */
export type ModuleOf = ShownModule & { readonly lessons: readonly LessonOf[] }

/** The parts of a course below each other; those of a part that is deleted are left out. */
export function outlineOf({ modules, lessons, activities }: ShownCourse): readonly ModuleOf[] {
  const inLesson = grouped(activities, (each) => each.lesson_id)
  const filled = lessons.map((each) => ({ ...each, activities: inLesson(each.id) }))
  const inModule = grouped(filled, (each) => each.module_id)
  return modules.map((each) => ({ ...each, lessons: inModule(each.id) }))
}

/** Answers the rows of an id, in the order that they had. */
function grouped<T>(all: readonly T[], idOf: (each: T) => number): (id: number) => readonly T[] {
  const groups = new Map<number, T[]>()
  for (const each of all) {
    const its = groups.get(idOf(each))
    if (its) its.push(each)
    else groups.set(idOf(each), [each])
  }
  return (id) => groups.get(id) ?? []
}
