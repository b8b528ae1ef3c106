import { grownId, type Part } from '../part.ts'

const color = '#d92d20'

/** A tag. */
export const part: Part = {
  ids: { tags: 31 },
  furnish: ({ at, slugAt, insert }) =>
    insert('help_tags', [{ id: at(31), slug: slugAt('urgent'), name: 'Urgent', color }]),
  grow: ({ insert }, numbers) =>
    insert(
      'help_tags',
      numbers.map((i) => ({ id: grownId(i), slug: `tag-${i}`, name: `Tag ${i}`, color })),
    ),
}
