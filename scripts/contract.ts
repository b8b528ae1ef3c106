import { readFileSync } from 'node:fs'
import { createShow } from '../codegen/show.ts'
import { layout } from './layout.ts'

/** `npm run contract -- show createPost`: an operation with everything it refers to, as YAML. */
const [verb, operationId] = process.argv.slice(2)
try {
  if (verb !== 'show' || !operationId) throw new Error('npm run contract -- show <operationId>')
  process.stdout.write(createShow(readFileSync(layout.contract, 'utf8'))(operationId))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
