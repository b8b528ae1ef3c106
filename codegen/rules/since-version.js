import { eventsOf, operationsOf } from './contract.js'

/** Every operation and every event says with `x-since` which version of the contract brought it. */
export function sinceVersion() {
  return {
    Root(root, ctx) {
      const current = root.info?.version
      const named = [
        ...operationsOf(root, ctx),
        ...eventsOf(root, ctx).map((event) => ({ ...event, name: event.type })),
      ]
      for (const { name, operation, location } of named) {
        const since = operation['x-since']
        if (!/^\d+\.\d+\.\d+$/.test(since ?? '')) {
          ctx.report({ message: `${name} must have x-since: a version such as 1.2.0.`, location })
        } else if (later(since, current)) {
          const message = `x-since of ${name} is ${since}, later than info.version ${current}.`
          ctx.report({ message, location: location.child(['x-since']) })
        }
      }
    },
  }
}

function later(one, other) {
  const [a, b] = [one, String(other)].map((text) => text.split('.').map(Number))
  const at = [0, 1, 2].find((index) => a[index] !== b[index])
  return at !== undefined && a[at] > b[at]
}
