import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generate } from '../codegen/generate.ts'
import { withOperation } from '../codegen/insert.ts'
import { addStub } from '../codegen/stub.ts'
import { handlerFolder, layout } from './layout.ts'

/**
 * `npm run new-operation -- post /api/v1/threads/{id}/close closeThread core.threads`: a skeleton in
 * the contract, with tag, scope, body, envelope, headers and examples. With it come the types, a
 * handler stub, and a test that fails until the handler is written.
 */
const head = `import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
`

const [method, path, operationId, tag] = process.argv.slice(2)
try {
  if (!method || !path || !operationId || !/^[a-z-]+\.[a-z-]+$/.test(tag ?? '')) {
    throw new Error('npm run new-operation -- <method> <path> <operationId> <surface.resource>')
  }
  const added = { method: method.toLowerCase(), path, operationId, tag: tag! }
  writeFileSync(layout.contract, withOperation(readFileSync(layout.contract, 'utf8'), added))
  console.log(layout.contract)
  const { contract, out } = layout
  await generate({ contract, out, only: ['types', 'validators'], log: console.log })
  console.log(await addStub(layout.contract, operationId, handlerFolder))
  console.log(addTest(added))
  const [surface] = tag!.split('.')
  const list = `${layout.handlers}/surfaces.ts`
  if (!readFileSync(list, 'utf8').includes(`./${surface}/index.ts`)) {
    console.log(`Next: ${surface} is a new surface, name it in ${list}`)
  }
  console.log(
    'Next: say in the contract what it takes and answers, what the resource is made of and what the\n' +
      'scope opens; npm run lint tells what is missing there,\n' +
      'and that the stub does not use yet what it is given. A list needs three rows to page through:\n' +
      `grow() in test/world/${tag!.replace('.', '/')}.ts.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

interface Added {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly tag: string
}

function addTest({ method, path, operationId, tag }: Added): string {
  const file = `test/${tag.replace('.', '/')}.test.ts`
  const call = path.replace(/\{[^}]+\}/g, '1')
  // The example that the skeleton has of a body that creates or updates.
  const sent = /^(?:create|update)[A-Z]/.test(operationId) ? "{ title: 'A title' }" : '{}'
  const body = method === 'get' || method === 'delete' ? '' : `, body: ${sent}`
  const success = /^create[A-Z]/.test(operationId) ? 201 : 200
  const added = `
test('${operationId} answers ${success}', async () => {
  const { status } = await platform.call('${call}', { method: '${method.toUpperCase()}'${body} })
  expect(status).toBe(${success})
})
`
  const before = existsSync(file) ? readFileSync(file, 'utf8') : head
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${before.trimEnd()}\n${added}`)
  return file
}
