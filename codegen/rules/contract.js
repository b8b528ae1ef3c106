/** The functions that the rules share: the operations of a document, and the target of a `$ref`. */

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Every operation below `paths` in the order of the file, with what a rule needs to report on it. */
export function operationsOf(root, ctx) {
  return entries(root.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((method) => ({
        path,
        item,
        method,
        operation: item[method],
        name: item[method].operationId ?? `${method.toUpperCase()} ${path}`,
        location: ctx.location.child(['paths', path, method]),
      })),
  )
}

/** Every entry of the event catalogue: its type, its operation and its JSON body. */
export function eventsOf(root, ctx) {
  return entries(root.webhooks).flatMap(([type, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((method) => ({
        type,
        operation: item[method],
        media: follow(root, item[method].requestBody)?.content?.['application/json'],
        location: ctx.location.child(['webhooks', type, method]),
      })),
  )
}

/** The parameters of an operation and of its path. */
export function parametersOf(root, item, operation) {
  return [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
    follow(root, one),
  )
}

/** Whether one of these parameters is the header `Idempotency-Key`. */
export function takesKey(parameters) {
  return parameters.some(
    (one) => one?.in === 'header' && one.name.toLowerCase() === 'idempotency-key',
  )
}

/** The object itself or what its local `$ref` leads to. */
export function follow(root, node) {
  for (let hops = 0; typeof node?.$ref === 'string' && hops < 20; hops++) {
    const steps = node.$ref.replace(/^#\/?/, '').split('/')
    node = steps.reduce(
      (value, step) =>
        value?.[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
      root,
    )
  }
  return node
}

/** The responses that mean success: `[status, response]`. */
export function successesOf(root, operation) {
  return entries(operation.responses)
    .filter(([status]) => /^2/.test(status))
    .map(([status, response]) => [status, follow(root, response)])
}

/** The content of a body or response that is JSON: `[media type, media]`. */
export function jsonOf(bodyOrResponse) {
  return entries(bodyOrResponse?.content).filter(([type]) => /[/+]json\b/.test(type))
}

/** The base that a path is below, as `x-bases` declares it; the longest prefix counts. */
export function baseOf(root, path) {
  const bases = Array.isArray(root['x-bases']) ? root['x-bases'] : []
  return bases
    .filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]
}

/**
 * Whether a base wants something of its operations; in a contract without bases the option `paths`
 * decides.
 */
export function wanted(root, path, what, options) {
  return baseOf(root, path)?.[what] ?? selected(path, options)
}

/** Whether an operation is among those that the rule's option `paths` (an expression) selects. */
export function selected(path, options) {
  return options.paths === undefined || new RegExp(options.paths).test(path)
}

function entries(object) {
  return Object.entries(object ?? {})
}
