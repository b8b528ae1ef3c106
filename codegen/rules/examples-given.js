import { eventsOf, follow, jsonOf, operationsOf, parametersOf, successesOf } from './contract.js'

/**
 * Every operation and every event has an example: of each required parameter, of the request body
 * and of each successful answer with content. An event's example is of its type.
 */
export function examplesGiven() {
  return {
    Root(root, ctx) {
      for (const { item, operation, name, location } of operationsOf(root, ctx)) {
        const body = follow(root, operation.requestBody)
        for (const what of [
          ...parametersOf(root, item, operation)
            .filter((one) => one?.required && !has(one) && !schemaHas(root, one.schema))
            .map((one) => `the ${one.in} parameter ${one.name}`),
          ...lacking(root, jsonOf(body)).map((type) => `its ${type} request`),
          ...successesOf(root, operation).flatMap(([status, response]) =>
            lacking(root, jsonOf(response)).map((type) => `its ${type} answer ${status}`),
          ),
        ]) {
          ctx.report({ message: `${name} must have an example of ${what}.`, location })
        }
      }
      for (const { type, media, location } of eventsOf(root, ctx)) {
        const examples = examplesOf(root, media)
        if (examples.length === 0) {
          ctx.report({ message: `The event ${type} must have an example.`, location })
        }
        if (examples.some((example) => example?.type !== type)) {
          ctx.report({ message: `The example of the event ${type} is of another type.`, location })
        }
      }
    },
  }
}

function lacking(root, contents) {
  return contents
    .filter(([, media]) => !has(media) && !schemaHas(root, media.schema))
    .map(([type]) => type)
}

function has(holder) {
  return holder?.example !== undefined || Object.keys(holder?.examples ?? {}).length > 0
}

function schemaHas(root, schema) {
  return has(follow(root, schema))
}

function examplesOf(root, media) {
  if (media?.example !== undefined) return [media.example]
  return Object.values(media?.examples ?? {}).map((one) => follow(root, one)?.value)
}
