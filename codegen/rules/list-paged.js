import {
  follow,
  jsonOf,
  operationsOf,
  parametersOf,
  successesOf,
  wanted as wants,
} from './contract.js'

const envelope = ['data', 'next_cursor', 'total_count', 'has_more']

/**
 * A list is paged: it takes `cursor` and `limit`, and requires the whole list envelope in its answer. A
 * list is a GET that is called `list…` or answers an array in `data`. Below bases with `paging`;
 * without bases the option `paths` selects where.
 */
export function listPaged(options) {
  return {
    Root(root, ctx) {
      for (const { path, item, method, operation, name, location } of operationsOf(root, ctx)) {
        if (method !== 'get' || !wants(root, path, 'paging', options)) continue
        const answers = successesOf(root, operation)
          .flatMap(([, response]) => jsonOf(response))
          .map(([, media]) => follow(root, media.schema) ?? {})
        const answersArray = answers.some(
          (schema) => follow(root, schema.properties?.data)?.type === 'array',
        )
        if (!answersArray && !/^list[A-Z]/.test(operation.operationId ?? '')) continue
        const taken = parametersOf(root, item, operation)
        for (const wanted of ['cursor', 'limit']) {
          if (!taken.some((parameter) => parameter?.in === 'query' && parameter.name === wanted)) {
            ctx.report({ message: `${name} is a list and must take \`${wanted}\`.`, location })
          }
        }
        for (const field of envelope) {
          if (
            answers.length === 0 ||
            !answers.every((schema) => schema.required?.includes(field))
          ) {
            ctx.report({ message: `${name} is a list and must answer \`${field}\`.`, location })
          }
        }
      }
    },
  }
}
