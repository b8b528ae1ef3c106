import { missingHandlers, placeStub, type HandlerFolder } from './handlers.ts'
import { modelOf } from './model.ts'
import { readSource } from './source.ts'
import { stubsOf } from './stubs.ts'

/**
 * Puts the stub of one operation into the file of its resource and answers that file's name.
 *
 * @throws Error when there is no such operation, or it has a handler already
 */
export async function addStub(
  contract: string,
  id: string,
  folder: HandlerFolder,
): Promise<string> {
  const model = modelOf(await readSource(contract))
  const operation = model.operations.find((one) => one.id === id)
  if (!operation) throw new Error(`${contract} has no operation ${id}`)
  const missing = await missingHandlers(model, folder.dir)
  if (!missing.includes(operation))
    throw new Error(`${id} has a handler below ${folder.dir} already`)
  return placeStub(folder, operation, (await stubsOf(model)).get(id)!)
}
