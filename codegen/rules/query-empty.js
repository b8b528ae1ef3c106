/**
 * A query parameter that may be left out may also be sent empty, which counts as left out. Forms and
 * templates send it so, and the contract says that they may.
 */
export function queryEmpty() {
  return {
    Parameter(parameter, ctx) {
      const { name, required, allowEmptyValue } = parameter
      if (parameter.in !== 'query' || required || allowEmptyValue === true) return
      ctx.report({ message: `The query parameter ${name} must have \`allowEmptyValue: true\`.` })
    },
  }
}
