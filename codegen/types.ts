import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import type { Model } from './model.ts'
import { banner, quoted } from './print.ts'

/**
 * The source of `schema.ts`: every schema, operation and webhook as TypeScript types. A property
 * with a default stays optional: nobody fills it in for the reader. Bytes (`format: binary`) are a `Blob`.
 */
export async function emitTypes(model: Model): Promise<string> {
  const document = structuredClone(model.document) as unknown as OpenAPI3
  const nodes = await openapiTS(document, {
    defaultNonNullable: false,
    silent: true,
    transform: ({ format }) =>
      format === 'binary' ? ts.factory.createTypeReferenceNode('Blob') : undefined,
  })
  return `${banner}\n${astToString(nodes)}${aliasTypes(model)}`
}

/** The paths of aliases, as further members of the interface that the nodes declare. */
function aliasTypes({ operations }: Model): string {
  const members = new Map<string, string>()
  for (const { path, aliases } of operations)
    for (const alias of aliases)
      members.set(alias, `    ${quoted(alias)}: paths[${quoted(path)}]\n`)
  return members.size === 0 ? '' : `export interface paths {\n${[...members.values()].join('')}}\n`
}
