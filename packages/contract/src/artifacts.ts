import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

/**
 * The build output of the contract, for servers and tools: compiled validators and the bundled
 * document. A subpath of its own because it reads files, which a browser cannot.
 */

/** One compiled JSON Schema check; after a `false` the faults are in `errors`. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly SchemaFault[] | null
}

/** A fault as Ajv reports it. */
export interface SchemaFault {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** The checks of one operation: of its parsed parameters by place, of its body by media type. */
export interface OperationValidators {
  readonly path?: Validator
  readonly query?: Validator
  readonly header?: Validator
  readonly cookie?: Validator
  readonly body?: Readonly<Record<string, Validator>>
}

const folder = new URL('../generated/', import.meta.url)

/** The validators of every operation, by operationId. */
export const validators = createRequire(import.meta.url)('../generated/validators.cjs') as Readonly<
  Record<string, OperationValidators>
>

/** The bundled contract, byte for byte as it is published. */
export const published = {
  yaml: readFileSync(new URL('openapi.yaml', folder)),
  json: readFileSync(new URL('openapi.json', folder)),
} as const
