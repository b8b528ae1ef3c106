import { eventsOf, operationsOf } from './contract.js'

/**
 * Every operation and every event has one tag, `surface.resource`; the root lists it with a display
 * name, and one of the `x-tagGroups` contains it.
 */
export function tagGrouped() {
  return {
    Root(root, ctx) {
      const listed = new Map((root.tags ?? []).map((tag) => [tag.name, tag]))
      const grouped = new Set((root['x-tagGroups'] ?? []).flatMap((group) => group.tags ?? []))
      const events = eventsOf(root, ctx).map((event) => ({ ...event, name: event.type }))
      for (const { name, operation, location } of [...operationsOf(root, ctx), ...events]) {
        const [tag, ...more] = operation.tags ?? []
        if (more.length > 0 || !/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(tag ?? '')) {
          ctx.report({
            message: `${name} must have one tag of the form surface.resource.`,
            location,
          })
        } else if (!listed.get(tag)?.['x-displayName']) {
          ctx.report({ message: `tags: must list ${tag} with an x-displayName.`, location })
        } else if (!grouped.has(tag)) {
          ctx.report({ message: `x-tagGroups must contain ${tag}.`, location })
        }
      }
    },
  }
}
