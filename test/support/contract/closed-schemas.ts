import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as formats from 'ajv-formats'
import { closeSchemas } from '../../../packages/server/src/judge.ts'
import { inJudgesWords } from '../../../packages/server/src/judged-words.ts'
import { document, schemaOfAnswer, schemaOfEvent } from './contract.ts'

/** Checks by the contract's own schemas, which refuse what the contract does not declare. */

const ajv = new Ajv2020({ strict: false, allErrors: true })
const addFormats = (formats.default as unknown as { default?: unknown }).default ?? formats.default
;(addFormats as (to: Ajv2020) => void)(ajv)
// As one schema, so that what many refer to is compiled once.
ajv.addSchema(closeSchemas(inJudgesWords(document)) as object, 'contract')

function faultsBy(pointer: string, value: unknown): string[] {
  const validate = ajv.getSchema(`contract#${pointer}`) as ValidateFunction | undefined
  if (!validate) return [`there is no schema at ${pointer}`]
  if (validate(value)) return []
  return (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`)
}

/** The faults of an event by the schema of its webhook; a type without one is a fault. */
export function eventFaults(event: unknown): string[] {
  const { type } = event as { type: string }
  if (!(type in document.webhooks)) return [`${type} is not in the catalogue`]
  return faultsBy(schemaOfEvent(type), event).map((fault) => `${type}${fault}`)
}

/** The faults of an operation's answer by the schema of its status. */
export const answerFaults = (id: string, status: number, answer: unknown): string[] =>
  faultsBy(schemaOfAnswer(id, status), answer)
