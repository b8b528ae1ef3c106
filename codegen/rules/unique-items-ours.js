/**
 * Lists without repetition say `x-unique-items`, which validators check: of `uniqueItems` ogen makes
 * nothing, and others make sets that lose the order.
 */
export function uniqueItemsOurs() {
  return {
    Schema(schema, ctx) {
      if (schema.uniqueItems === undefined) return
      const message = 'A list without repetition must say x-unique-items in place of uniqueItems.'
      ctx.report({ message, location: ctx.location.child(['uniqueItems']) })
    },
  }
}
