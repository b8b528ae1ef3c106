import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as formats from 'ajv-formats'
import { closeSchemas } from '../../packages/server/src/judge.ts'
import { inJudgesWords } from '../../packages/server/src/judged-words.ts'
import { document, eventOf } from './contract.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
const addFormats = (formats.default as unknown as { default?: unknown }).default ?? formats.default
;(addFormats as (to: Ajv2020) => void)(ajv)

const contract = closeSchemas(inJudgesWords(document)) as { components: object }
const compiled = new Map<string, ValidateFunction>()

/** A check of one type's events, which refuses what the contract does not declare. */
function validatorOf(type: string): ValidateFunction {
  const known = compiled.get(type)
  if (known) return known
  const validate = ajv.compile({ ...eventOf(type).schema, components: contract.components })
  compiled.set(type, validate)
  return validate
}

/** What is wrong with an event by the schema of its webhook; a type without one is a fault. */
export function eventFaults(event: unknown): string[] {
  const { type } = event as { type: string }
  if (!(type in document.webhooks)) return [`${type} is not in the catalogue`]
  const validate = validatorOf(type)
  if (validate(event)) return []
  return (validate.errors ?? []).map((each) => `${type}${each.instancePath} ${each.message}`)
}
