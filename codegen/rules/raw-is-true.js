import { follow, operationsOf } from './contract.js'

/** `x-raw` of a media type is either left out or `true`, and that type is JSON: others come as they are anyway. */
export function rawIsTrue() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const bodies = [operation.requestBody, ...Object.values(operation.responses ?? {})]
        for (const body of bodies)
          for (const [type, media] of Object.entries(follow(root, body)?.content ?? {})) {
            const raw = media?.['x-raw']
            if (raw === undefined || (raw === true && /[/+]json$/.test(type))) continue
            ctx.report({ message: `x-raw of ${name} must be true, and of JSON.`, location })
          }
      }
    },
  }
}
