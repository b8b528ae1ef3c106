/**
 * `info.description` is brief, as generators write it at the head of every file they make: option
 * `length`, in characters. A longer text is a page that it links to.
 */
export function infoBrief({ length = 1000 } = {}) {
  return {
    Info(info, ctx) {
      const own = info.description?.length ?? 0
      if (own <= length) return
      const message = `info.description has ${own} characters; ${length} are enough to link to pages.`
      ctx.report({ message, location: ctx.location.child(['description']) })
    },
  }
}
