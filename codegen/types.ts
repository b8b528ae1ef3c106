import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import type { Model } from './model.ts'
import { banner, quoted } from './print.ts'
import type { JsonObject } from './source.ts'

/**
 * The source of `schema.ts`: every schema, operation and webhook as TypeScript types. A property
 * with a default stays optional: nobody fills it in for the reader. Bytes (`format: binary`) are a
 * `Blob`. Values that may grow (`x-extensible-enum`) are those known today or any other, written so
 * that editors still complete them: `'open' | 'closed' | (string & {})`.
 */
export async function emitTypes(model: Model): Promise<string> {
  const document = structuredClone(model.document) as unknown as OpenAPI3
  const nodes = await openapiTS(document, {
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => {
      if (schema.format === 'binary') return ts.factory.createTypeReferenceNode('Blob')
      const known = (schema as JsonObject)['x-extensible-enum'] as unknown
      return Array.isArray(known) ? openUnion(known, schema as JsonObject) : undefined
    },
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

/** The known values, and whatever else is of their type. */
function openUnion(known: readonly unknown[], schema: JsonObject): ts.TypeNode {
  const types = [schema.type].flat()
  const { createIntersectionTypeNode, createKeywordTypeNode, createTypeLiteralNode } = ts.factory
  const other = types.includes('string') ? ts.SyntaxKind.StringKeyword : ts.SyntaxKind.NumberKeyword
  const any = createIntersectionTypeNode([
    createKeywordTypeNode(other as ts.KeywordTypeSyntaxKind),
    createTypeLiteralNode([]),
  ])
  return ts.factory.createUnionTypeNode([
    ...known.map((value) => ts.factory.createLiteralTypeNode(literalOf(value))),
    ts.factory.createParenthesizedType(any),
    ...(types.includes('null') ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())] : []),
  ])
}

function literalOf(value: unknown): ts.LiteralTypeNode['literal'] {
  return typeof value === 'number'
    ? ts.factory.createNumericLiteral(value)
    : ts.factory.createStringLiteral(String(value))
}
