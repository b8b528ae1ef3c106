import type { OperationId } from './generated/operations.ts'
import type { operations } from './generated/schema.ts'
import type { AnswerHeadersOf, MediaTypeOf, RequestOf, StatusOf, SuccessOf } from './shapes.ts'

/** The request as the handler of `Id` receives it: validated, parsed, defaults filled in. */
export type Request<Id extends OperationId> = RequestOf<operations, Id>

/** The 2xx statuses that `Id` declares. */
export type Status<Id extends OperationId> = StatusOf<operations, Id>

/** The body of a successful answer of `Id`. */
export type Success<Id extends OperationId, S extends Status<Id> = Status<Id>> = SuccessOf<
  operations,
  Id,
  S
>

/** The headers that `Id` declares for status `S`. */
export type AnswerHeaders<Id extends OperationId, S extends Status<Id>> = AnswerHeadersOf<
  operations,
  Id,
  S
>

/** The media types that `Id` declares for status `S`. */
export type MediaType<Id extends OperationId, S extends Status<Id>> = MediaTypeOf<operations, Id, S>
