/**
 * The shapes of requests and answers, read off an `operations` interface as openapi-typescript
 * writes it. Nothing here knows which contract it is: `request.ts` applies these to ours, a
 * service generated from another contract applies them to its own.
 *
 * Mapped and indexed types rather than conditional ones where possible: the compiler then names
 * the operation in its messages.
 */

type Of<T, K extends PropertyKey> = T extends { [P in K]: infer V } ? V : never

/** Absent parameter groups read as "nothing here", so that every handler may destructure. */
type Empty = Record<never, never>
type Group<T> = [T] extends [never] ? Empty : NonNullable<T>

type Declared<Op, In extends string> =
  Of<Op, 'parameters'> extends { [P in In]?: infer V } ? Group<Exclude<V, undefined>> : Empty

/** The parameters of one place, by name; a wrong name is reported with this type's arguments. */
export type ParametersOf<Operations, Id extends keyof Operations, In extends string> = {
  readonly [Name in keyof Declared<Operations[Id], In>]: Declared<Operations[Id], In>[Name]
}

/** Node hands header names over in lower case, and so does the router. */
export type HeadersOf<Operations, Id extends keyof Operations> = {
  readonly [
    Name in keyof Declared<Operations[Id], 'header'> as Name extends string
      ? Lowercase<Name>
      : never
  ]: Declared<Operations[Id], 'header'>[Name]
}

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined

type Body<Op> = Op extends { requestBody: infer B }
  ? Content<B>
  : Op extends { requestBody?: infer B }
    ? Content<NonNullable<B>> | undefined
    : undefined

/** What a handler receives for operation `Id`: validated, parsed, defaults filled in. */
export interface RequestOf<Operations, Id extends keyof Operations> {
  readonly path: ParametersOf<Operations, Id, 'path'>
  readonly query: ParametersOf<Operations, Id, 'query'>
  readonly header: HeadersOf<Operations, Id>
  readonly cookie: ParametersOf<Operations, Id, 'cookie'>
  readonly body: Body<Operations[Id]>
}

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206

/** The 2xx statuses that operation `Id` declares. */
export type StatusOf<Operations, Id extends keyof Operations> = keyof Of<
  Operations[Id],
  'responses'
> &
  SuccessStatus

/** The body that operation `Id` answers with status `S`; with any declared 2xx when left out. */
export type SuccessOf<
  Operations,
  Id extends keyof Operations,
  S extends StatusOf<Operations, Id> = StatusOf<Operations, Id>,
> = {
  [K in S]: Content<Of<Of<Operations[Id], 'responses'>, K>>
}[S]
