import type { OperationId, Status } from '@mobieus/contract'

const status = Symbol('status')

/** A body together with the status it is answered with. */
export interface Reply<S extends number, Body> {
  readonly [status]: S
  readonly body: Body
}

/** Answers with one of several declared statuses; one that is not declared does not compile. */
export function reply<Id extends OperationId, S extends number, Body>(
  _ctx: { readonly operationId: Id },
  code: S extends Status<Id> ? S : `${Id} does not declare the status ${S}`,
  body: Body,
): Reply<S, Body> {
  return { [status]: code as S, body }
}

/** The status and body of what a handler returned; `otherwise` is the only declared status. */
export function unwrap(answer: object, otherwise: number): { status: number; body: object } {
  return status in answer
    ? { status: answer[status] as number, body: (answer as Reply<number, object>).body }
    : { status: otherwise, body: answer }
}
