import type { EventDataOf as OpenEventData, EventType } from './generated/events.ts'
import type { OperationId } from './generated/operations.ts'
import type { components as Schemas, operations } from './generated/schema.ts'
import type {
  AnswerHeadersOf,
  Known,
  MediaTypeOf,
  RedirectOf,
  RequestOf,
  StatusOf,
  SuccessOf,
} from './shapes.ts'

/** The request as the handler of `Id` receives it: validated, parsed, defaults filled in. */
export type Request<Id extends OperationId> = RequestOf<operations, Id>

/** The 2xx statuses that `Id` declares. */
export type Status<Id extends OperationId> = StatusOf<operations, Id>

/** The statuses with which `Id` sends its caller elsewhere, as it declares. */
export type Redirect<Id extends OperationId> = RedirectOf<operations, Id>

/** The body of a successful answer of `Id`, as a caller reads it: values that may grow are open. */
export type Success<Id extends OperationId, S extends Status<Id> = Status<Id>> = SuccessOf<
  operations,
  Id,
  S
>

/** The headers that `Id` declares for status `S`. */
export type AnswerHeaders<
  Id extends OperationId,
  S extends Status<Id> | Redirect<Id>,
> = AnswerHeadersOf<operations, Id, S>

/** The media types that `Id` declares for status `S`. */
export type MediaType<Id extends OperationId, S extends Status<Id>> = MediaTypeOf<operations, Id, S>

/**
 * The body of a successful answer of `Id`, as the server makes it: a value that the contract does not
 * list is a compile error.
 */
export type Produced<Id extends OperationId, S extends Status<Id> = Status<Id>> = Known<
  Success<Id, S>
>

/** The data of an event of this type, without its envelope, as the server makes it. */
export type EventDataOf<T extends EventType> = Known<OpenEventData<T>>

/** The contract's schemas as the server makes them. */
export interface components {
  readonly schemas: { [Name in keyof Schemas['schemas']]: Known<Schemas['schemas'][Name]> }
}
