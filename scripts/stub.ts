import { addStub } from '../codegen/stub.ts'
import { handlerFolder, layout } from './layout.ts'

/** `npm run stub createTicket`: a handler to begin with, never over an existing one. */
const [id] = process.argv.slice(2)
try {
  if (!id) throw new Error('Which operation? npm run stub <operationId>')
  console.log(await addStub(layout.contract, id, handlerFolder))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
