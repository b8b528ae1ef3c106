import { grownId, type Part } from '../part.ts'

/** The category of the examples, one to delete, and one that has room for others. */
export const CATEGORY = 597
const [OTHER, OUTER] = [598, 600]

export const part: Part = {
  ids: { categories: CATEGORY, deleteCourseCategory: OTHER },
  furnish({ at, slugAt, insert }) {
    insert('learn_categories', [
      { id: at(CATEGORY), slug: slugAt('repair'), name: 'Repair' },
      { id: at(OTHER), slug: slugAt('swapping'), name: 'Swapping' },
      { id: at(OUTER), slug: slugAt('workshop'), name: 'Workshop' },
    ])
  },
  grow({ insert }, numbers) {
    for (const i of numbers)
      insert('learn_categories', [{ id: grownId(i), slug: `grown-${i}`, name: `A grown one ${i}` }])
  },
}
