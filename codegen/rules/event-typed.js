import { eventsOf, follow } from './contract.js'

/**
 * An event says what it is. Its schema is an object whose `type` is the one constant under which
 * `webhooks:` lists it. The object requires `id`, `type`, `created_at` and `data`.
 */
export function eventTyped() {
  return {
    Root(root, ctx) {
      for (const { type, media, location } of eventsOf(root, ctx)) {
        const schema = follow(root, media?.schema)
        const tag = follow(root, schema?.properties?.type)
        if ((tag?.const ?? (tag?.enum?.length === 1 ? tag.enum[0] : undefined)) !== type) {
          ctx.report({ message: `The schema of ${type} must have \`type: ${type}\`.`, location })
        }
        for (const field of ['id', 'type', 'created_at', 'data']) {
          if (!schema?.required?.includes(field)) {
            ctx.report({ message: `The schema of ${type} must require \`${field}\`.`, location })
          }
        }
      }
    },
  }
}
