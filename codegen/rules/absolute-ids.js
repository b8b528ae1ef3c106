/** A schema's `$id` is an absolute URI: a relative one means something else in every tool. */
export function absoluteIds() {
  return {
    Schema(schema, ctx) {
      if (schema.$id === undefined || /^[a-z][a-z\d+.-]*:/i.test(schema.$id)) return
      const message = `$id ${schema.$id} must be an absolute URI.`
      ctx.report({ message, location: ctx.location.child(['$id']) })
    },
  }
}
