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
  /** The path of its bytes: a file of this machine, there until the request is answered. */
  readonly path: string
  /** Name and type as the sender gives them, neither of which is to be believed. */
  readonly name: string
  readonly mime: string
  readonly size: number
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
  /** Its first bytes, to tell what it is. */
  readonly head: Uint8Array
  /** The properties by which it is the same file when it is sent again. */
  toJSON(): object
}

/** A body of bytes, there until the request is answered: a large one on disk, a small one in memory. */
export interface ReceivedBytes {
  /** The media type as the sender gives it, parameters included; empty where none is given. */
  readonly contentType: string
  readonly size: number
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
  /** All of it at once. */
  read(): Promise<Uint8Array>
  open(): Readable
  /** The properties by which it is the same body when it is sent again. */
  toJSON(): object
}

/** One part of a multipart body that is no form. */
export interface ReceivedPart extends ReceivedBytes {
  /** The fields of its head, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** An answer of bytes. `open` is called when they are sent, so not for HEAD. */
export interface BinaryAnswer {
  readonly open: () => Readable | Promise<Readable>
  readonly length?: number
  readonly headers?: Readonly<Record<string, string | number>>
}

/** One part of an answer of several; a string is sent as UTF-8. */
export interface AnsweredPart {
  /** The fields of its head, `Content-Type` among them. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | BinaryAnswer['open']
}

type JsonType = `${string}/json${string}` | `${string}+json${string}`
type FormType = `application/x-www-form-urlencoded${string}`

/** The fields of a form as a handler gets them: files as they were streamed aside. */
type Fields<T> = T extends object ? { [P in keyof T]: Field<T[P]> } : T
type Field<T> = T extends Blob ? UploadedFile : T extends readonly Blob[] ? UploadedFile[] : T

/** A body of media type `M` as a handler gets it; `T` is the type of its schema. */
type Received<M, T> = M extends JsonType | FormType
  ? T
  : M extends `multipart/form-data${string}`
    ? Fields<T>
    : M extends `multipart/${string}`
      ? readonly ReceivedPart[]
      : M extends `text/${string}`
        ? string
        : ReceivedBytes

/** An answer in media type `M` as a handler gives it: bytes may be at hand, or are opened when they are sent. */
type Answered<M, T> = M extends JsonType
  ? T
  : M extends `multipart/${string}`
    ? readonly AnsweredPart[]
    : M extends `text/${string}` | FormType
      ? string
      : // A range says nothing: a schema of an object or a list says that it is JSON.
        M extends `${string}*${string}`
        ? unknown extends T
          ? BinaryAnswer | Uint8Array
          : T extends string | Blob
            ? BinaryAnswer | Uint8Array
            : T
        : BinaryAnswer | Uint8Array

type ReceivedOf<T> = T extends { content: infer C }
  ? { [M in keyof C]: Received<M, C[M]> }[keyof C]
  : undefined

type AnsweredOf<T> = T extends { content: infer C }
  ? { [M in keyof C]: Answered<M, C[M]> }[keyof C]
  : undefined

type Body<Op> = Op extends { requestBody: infer B }
  ? ReceivedOf<B>
  : Op extends { requestBody?: infer B }
    ? ReceivedOf<NonNullable<B>> | undefined
    : undefined

/** The request of operation `Id` as a handler receives it: validated, parsed, defaults filled in. */
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

type RedirectStatus = 301 | 302 | 303 | 307 | 308

/** The statuses with which operation `Id` sends its caller elsewhere, as it declares. */
export type RedirectOf<Operations, Id extends keyof Operations> = keyof Of<
  Operations[Id],
  'responses'
> &
  RedirectStatus

/** The body that operation `Id` answers with status `S`; with any declared 2xx when left out. */
export type SuccessOf<
  Operations,
  Id extends keyof Operations,
  S extends StatusOf<Operations, Id> = StatusOf<Operations, Id>,
> = {
  [K in S]: AnsweredOf<Of<Of<Operations[Id], 'responses'>, K>>
}[S]

type DeclaredHeaders<Op, S> = Of<Of<Of<Op, 'responses'>, S & PropertyKey>, 'headers'>

/**
 * The headers that operation `Id` declares for status `S`, by their names as they are sent. The
 * signature by which openapi-typescript lets any header be read is left out.
 */
export type AnswerHeadersOf<Operations, Id extends keyof Operations, S> = {
  readonly [
    Name in keyof DeclaredHeaders<Operations[Id], S> as string extends Name ? never : Name
  ]?: string | number
}

/** The media types that operation `Id` declares for status `S`; any text where it declares a range. */
export type MediaTypeOf<
  Operations,
  Id extends keyof Operations,
  S extends StatusOf<Operations, Id>,
> =
  Of<Of<Of<Operations[Id], 'responses'>, S>, 'content'> extends infer C
    ? { [M in keyof C]: M extends `${string}*${string}` ? string : M }[keyof C]
    : never

/** The literals of a union, and its members that are neither text nor number. */
type Literals<T> = T extends string
  ? string extends T
    ? never
    : T
  : T extends number
    ? number extends T
      ? never
      : T
    : T

/**
 * A schema as the server fills it: of values that may grow (`'open' | 'closed' | (string & {})`) only
 * those it knows, at every depth. A caller reads the schema itself.
 */
export type Known<T> = [Extract<Literals<T>, string | number>] extends [never]
  ? T extends Uint8Array | ((...args: never[]) => unknown)
    ? T
    : T extends object
      ? { [P in keyof T]: Known<T[P]> }
      : T
  : Literals<T>
