import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { addCeilings, endLoops } from './ceilings.ts'
import { addLine } from './line.ts'
import { FORM_DATA, type Model, type Operation } from './model.ts'
import { key } from './print.ts'
import { schemaReader, type Schema, type SchemaReader } from './schemas.ts'

/**
 * The source of `validators.cjs`. It has for every operation a compiled check of its path, query, header
 * and cookie parameters, each an object of values already parsed. It has one of its body for each media
 * type. Query parameters that are not declared are refused; operations that ask for the same share code.
 */
export function emitValidators(model: Model): string {
  const reader = schemaReader(model.document)
  const names = new Map<string, string>()
  const own: Record<string, Schema> = {}
  const ids: Record<string, string> = {}
  const nameOf = (schema: Schema): string => {
    const text = JSON.stringify(schema)
    const name = names.get(text) ?? `check${names.size}`
    names.set(text, name)
    const shared = typeof schema === 'object' && Object.keys(schema).join() === '$ref'
    ids[name] = shared ? schema.$ref : name
    if (!shared) own[name] = schema
    return name
  }
  const rows = model.operations.map((operation) => rowOf(operation, reader, nameOf))
  const ajv = compiler()
  for (const schema of reader.referenced().values()) ajv.addSchema(schema as object)
  for (const [name, schema] of Object.entries(own)) ajv.addSchema(schema as object, name)
  const checks = standalone.default(ajv, ids)
  // the functions are exported one by one; what others import is the table of operations instead
  const code = endLoops(checks.replace(/^"use strict";/, '')).replace(
    /\bexports\.(check\d+) = /g,
    'const $1 = ',
  )
  return `"use strict";\n${code}\nmodule.exports = {\n${rows.join('')}};\n`
}

function rowOf(
  operation: Operation,
  reader: SchemaReader,
  nameOf: (schema: Schema) => string,
): string {
  const cells: string[] = []
  for (const where of ['path', 'query', 'header', 'cookie'] as const) {
    const listed = operation.parameters.filter(({ row }) => row.in === where)
    if (listed.length === 0 && where !== 'query') continue
    const known = where === 'query' ? operation.queryKeys.map((name) => [name, true]) : []
    const required = listed.filter(({ row }) => row.required).map(({ row }) => row.name)
    const schema = {
      type: 'object',
      properties: Object.fromEntries([
        ...known,
        ...listed.map(({ row, schema }) => [row.name, reader.request(schema)]),
      ]),
      ...(required.length > 0 && { required }),
      ...(where === 'query' && !operation.anyQuery && { additionalProperties: false }),
    }
    cells.push(`${where}: ${nameOf(schema)}`)
  }
  const bodies = (operation.body?.content ?? []).flatMap(({ mediaType, kind, schema }) => {
    // Bytes and parts are no values. Each field of a form is read by its type, a file by its name.
    const isValue = kind === 'json' || kind === 'text' || kind === 'form' || mediaType === FORM_DATA
    return isValue ? [`${key(mediaType)}: ${nameOf(reader.request(schema))}`] : []
  })
  if (bodies.length > 0) cells.push(`body: { ${bodies.join(', ')} }`)
  return `  ${key(operation.id)}: { ${cells.join(', ')} },\n`
}

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    // a schema that many share stays one function
    inlineRefs: false,
    validateSchema: false,
    code: { source: true, esm: false },
  })
  addFormats.default(ajv, { mode: 'full', keywords: false })
  addLine(ajv)
  ajv.removeKeyword('readOnly')
  ajv.addKeyword({
    keyword: 'readOnly',
    schemaType: 'boolean',
    error: { message: 'is read-only' },
    code: (context) => context.fail(),
  })
  addCeilings(ajv)
  return ajv
}

/** The source of `validators.d.cts`, the types of every `validators.cjs`. */
export const validatorTypes = `declare namespace validators {
  /**
   * A compiled schema: true when the data fits, else \`errors\` lists the faults. One has the keyword
   * \`ceiling\` where a list or an object has so many that the rest was not looked at.
   */
  interface Validate {
    (data: unknown): boolean
    errors?: readonly Fault[] | null
  }
  /** One fault, as Ajv reports it. */
  interface Fault {
    readonly instancePath: string
    readonly schemaPath: string
    readonly keyword: string
    readonly params: Readonly<Record<string, unknown>>
    readonly message?: string
  }
  interface OperationValidators {
    readonly path?: Validate
    readonly query?: Validate
    readonly header?: Validate
    readonly cookie?: Validate
    readonly body?: { readonly [mediaType: string]: Validate }
  }
}
declare const validators: { readonly [operationId: string]: validators.OperationValidators }
export = validators
`
