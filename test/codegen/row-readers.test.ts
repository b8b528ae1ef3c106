import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import ts from 'typescript'
import { operations } from '../../packages/contract/src/index.ts'

/**
 * Every property of an operation in the contract is either kept by a reader, or not in the operation
 * table.
 */

const root = path.resolve(import.meta.dirname, '../..')
const TABLE = 'packages/contract/src/generated/operations.ts'

/** Sources that speak of operations: those of the product, and the tests that run over the whole table. */
const sources = ['client', 'domain', 'server', 'worker', 'cli', 'docs']
  .map((name) => `packages/${name}/src`)
  .concat('test/support', 'test/contract')
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(root, folder, file),
    ),
  )
  .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
  .filter((file) => /\bOperationRow\b|\boperations\b|\btable\b/.test(readFileSync(file, 'utf8')))

/** Those fields of the table that are read somewhere: as a property, in a pattern, or by a type. */
function readOf(fields: ReadonlySet<string>): Set<string> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['mobieus'],
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    lib: ['lib.es2023.d.ts'],
    types: [],
  }
  // Packages that are not ours stay unknown, because to read them takes 3 seconds of CPU.
  const host = ts.createCompilerHost(options)
  const { fileExists } = host
  host.fileExists = (name) =>
    (!/\/node_modules\/(?!@mobieus\/)/.test(name) || name.includes('/typescript/lib/')) &&
    fileExists(name)
  const program = ts.createProgram(sources, options, host)
  const checker = program.getTypeChecker()
  const read = new Set<string>()

  const note = (holder: ts.Node, name: string) => {
    // To ask for a type is what takes time: most names are no field's, and one reader is enough.
    if (!fields.has(name) || read.has(name)) return
    const type = checker.getApparentType(checker.getTypeAtLocation(holder))
    const property = checker.getPropertyOfType(type, name)
    const [declared] = property?.declarations ?? []
    if (declared?.getSourceFile().fileName.endsWith(TABLE)) read.add(name)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(node.expression, node.name.text)
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent))
      note(node.parent, (node.propertyName ?? node.name).getText())
    else if (ts.isIndexedAccessTypeNode(node) && ts.isLiteralTypeNode(node.indexType))
      note(node.objectType, node.indexType.literal.getText().slice(1, -1))
    ts.forEachChild(node, visit)
  }
  for (const name of sources)
    if (read.size < fields.size) visit(program.getSourceFile(name) as ts.SourceFile)
  return read
}

test('every field of the operation table has a reader', () => {
  const fields = new Set(Object.values(operations).flatMap((row) => Object.keys(row)))
  const read = readOf(fields)
  expect(read.has('path')).toBe(true)
  expect([...fields].filter((field) => !read.has(field))).toEqual([])
})
