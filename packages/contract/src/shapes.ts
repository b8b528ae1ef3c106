import type { Readable } from 'node:stream'

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

/** A file of a multipart request, as it was streamed aside. */
export interface UploadedFile {
  /** Where its bytes are: a file of this machine, there until the request is answered. */
  readonly path: string
  /** What the sender calls it and says it is: neither is to be believed. */
  readonly name: string
  readonly mime: string
  readonly size: number
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
  /** Its first bytes, to tell what it is. */
  readonly head: Uint8Array
  /** What makes it the same file when it is sent again. */
  toJSON(): object
}

/** An answer of bytes. `open` is called when they are sent, so not for HEAD. */
export interface BinaryAnswer {
  readonly open: () => Readable | Promise<Readable>
  readonly length?: number
  readonly headers?: Readonly<Record<string, string | number>>
}

/** What a handler gets of a body: where a caller sends bytes, the file they were streamed to. */
type Received<T> = T extends object
  ? { [P in keyof T]: T[P] extends Blob | undefined ? UploadedFile : T[P] }
  : T

/** What a handler answers: where a caller gets bytes, a way to open them. */
type Answered<T> = T extends Blob ? BinaryAnswer : T

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
  readonly body: Received<Body<Operations[Id]>>
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
  [K in S]: Answered<Content<Of<Of<Operations[Id], 'responses'>, K>>>
}[S]
