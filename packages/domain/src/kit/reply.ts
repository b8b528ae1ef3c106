import type { AnswerHeaders, MediaType, OperationId, Redirect, Status } from '@mobieus/contract'

const status = Symbol('status')

/** The headers and media type of an answer, where they differ from the usual ones. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string | number>>
  /** One of several declared media types, or one within a declared range such as `*\/*`. */
  readonly mediaType?: string
}

/** A body together with the status it is answered with. */
export interface Reply<S extends number, Body> extends Sent {
  readonly [status]: S
  readonly body: Body
}

type Options<Id extends OperationId, S> =
  S extends Status<Id>
    ? { readonly headers?: AnswerHeaders<Id, S>; readonly mediaType?: MediaType<Id, S> }
    : S extends Redirect<Id>
      ? { readonly headers: AnswerHeaders<Id, S> }
      : Sent

/**
 * Answers with one of several declared statuses, or with headers. A status, header or media type that
 * is not declared does not compile. A status without content takes no body.
 */
export function reply<Id extends OperationId, S extends number, Body = undefined>(
  _ctx: { readonly operationId: Id },
  code: S extends Status<Id> | Redirect<Id> ? S : `${Id} does not declare the status ${S}`,
  body?: Body,
  sent: Options<Id, S> = {} as Options<Id, S>,
): Reply<S, Body> {
  return { [status]: code as S, body: body as Body, ...(sent as Sent) }
}

/** The answer of a handler, taken apart; `otherwise` is the only declared status. */
export interface Returned extends Sent {
  readonly status: number
  readonly body: unknown
}

export function unwrap(answer: unknown, otherwise: number): Returned {
  if (typeof answer !== 'object' || answer === null || !(status in answer))
    return { status: otherwise, body: answer }
  const { body, headers, mediaType } = answer as Reply<number, unknown>
  return { status: (answer as Reply<number, unknown>)[status], body, headers, mediaType }
}
