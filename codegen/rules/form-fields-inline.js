import { follow, operationsOf } from './contract.js'

const scalars = ['integer', 'number', 'boolean', 'string']

/**
 * Numbers, booleans and texts among the fields of a multipart form are declared in place. For a `$ref`
 * to a bare one openapi-generator makes Rust or TypeScript (typescript-fetch) that does not compile.
 */
export function formFieldsInline() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const content = Object.entries(follow(root, operation.requestBody)?.content ?? {})
        for (const [, media] of content.filter(([type]) => type.startsWith('multipart/'))) {
          const fields = Object.entries(follow(root, media.schema)?.properties ?? {})
          for (const [field, schema] of fields) {
            const { type, format, enum: values } = follow(root, schema) ?? {}
            const bare =
              [type].flat().some((one) => scalars.includes(one)) && !values && format !== 'binary'
            if (!schema?.$ref || !bare) continue
            const message = `${name} must declare its field ${field} in place, not as a reference.`
            ctx.report({ message, location })
          }
        }
      }
    },
  }
}
