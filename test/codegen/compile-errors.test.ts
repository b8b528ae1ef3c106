import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { generate } from '../../codegen/generate.ts'
import { writeService } from '../../codegen/service.ts'
import { errorsOf } from '../support/process/compile.ts'

describe('a handler of ours', () => {
  const at = (name: string) => resolve('packages/domain/src', name)
  let errors: Record<string, string>
  /** The errors of a file, each with what it says further. */
  const errorsIn = (name: string) => (errors[at(name)] ?? '').split(/\n(?! )/)

  beforeAll(() => {
    errors = errorsOf({
      [at('correct.fixture.ts')]: `
        import type { Handlers } from './kit/context.ts'
        import { core } from './core/index.ts'
        export const whole = { ...core.handlers } satisfies Handlers<'core'>`,
      [at('missing.fixture.ts')]: `
        import type { Handlers } from './kit/context.ts'
        import { core } from './core/index.ts'
        const { getPost: _, ...rest } = core.handlers
        export const whole = { ...rest } satisfies Handlers<'core'>`,
      [at('status.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        import { reply } from './kit/reply.ts'
        export const getPost: Handler<'getPost'> = async (ctx) => reply(ctx, 299, {} as never)`,
      [at('header.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        import { reply } from './kit/reply.ts'
        export const getPost: Handler<'getPost'> = async (ctx) =>
          reply(ctx, 200, {} as never, { headers: { 'X-Request-Id': 'x', 'X-Nope': '1' } })`,
      [at('media.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        import { reply } from './kit/reply.ts'
        export const getPost: Handler<'getPost'> = async (ctx) =>
          reply(ctx, 200, {} as never, { mediaType: 'text/html' })`,
      [at('value.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        import type { components } from '@mobieus/contract'
        export const getListing: Handler<'getListing'> = async () => {
          const listing = {} as components['schemas']['Listing']
          return { data: { ...listing, status: 'auctioned' } }
        }`,
      [at('parameter.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        export const getPost: Handler<'getPost'> = async (ctx, { path }) => {
          throw new Error(String(path.post_id))
        }`,
      [at('caller.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        export const getMe: Handler<'getMe'> = async (ctx) => {
          throw new Error(ctx.caller.csrfToken)
        }
        export const getSession: Handler<'getSession'> = async (ctx) => {
          throw new Error(ctx.caller.csrfToken)
        }`,
      [resolve('packages/server/src/credentials/scheme.fixture.ts')]: `
        import type { SecurityScheme } from '@mobieus/contract'
        import type { Credential } from './credential.ts'
        import { credentials } from './index.ts'
        credentials satisfies Record<SecurityScheme | 'unreadScheme', Credential>`,
      [at('shared.fixture.ts')]: `
        import type { Context, Emitting, Writing } from './kit/context.ts'
        import { emit } from './kit/emit.ts'
        const remove = (ctx: Writing & Emitting<'post.deleted'>) => {
          emit(ctx, 'post.deleted', {} as never)
          emit(ctx, 'post.edited', {} as never)
        }
        export const may = (ctx: Context<'deletePost'>) => remove(ctx)
        export const mayNot = (ctx: Context<'getPost'>) => remove(ctx)
        export const nothing = (ctx: Writing) => emit(ctx, 'post.deleted', {} as never)`,
      [at('no-event.fixture.ts')]: `
        import { createOutbox } from './kit/outbox.ts'
        import { emit } from './kit/emit.ts'
        const ctx = { outbox: createOutbox() }
        emit(ctx, 'post.deleted', { post_id: 1, thread_id: 1, by: { id: 1, username: 'x' }, reason: null })
        emit(ctx, 'post.deleted', { post_id: 1 })
        emit(ctx, 'post.delated', {} as never)`,
      [at('event.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        import { emit } from './kit/emit.ts'
        export const getPost: Handler<'getPost'> = async (ctx) => {
          emit(ctx, 'user.joined', {} as never)
          throw new Error()
        }`,
      [at('external.fixture.ts')]: `
        import type { Handler } from './kit/context.ts'
        export const createWebhook: Handler<'createWebhook'> = async (ctx) => {
          throw new Error(String(ctx.tx))
        }`,
    })
  })

  test('compiles when it is right', () => {
    expect(errors[at('correct.fixture.ts')]).toBe('')
  })
  test('is missed by its operationId', () => {
    expect(errors[at('missing.fixture.ts')]).toContain("Property 'getPost' is missing")
  })
  test('cannot answer a value that the contract does not list', () => {
    expect(errors[at('value.fixture.ts')]).toContain('"auctioned"')
  })
  test('cannot answer a status that is not declared', () => {
    expect(errors[at('status.fixture.ts')]).toContain('getPost does not declare the status 299')
  })
  test('cannot set a header, nor answer a media type, that is not declared', () => {
    expect(errors[at('header.fixture.ts')]).toMatch(
      /X-Nope'' does not exist.*AnswerHeaders<"getPost", 200>/,
    )
    expect(errors[at('media.fixture.ts')]).toContain(`"text/html"' is not assignable`)
  })
  test('cannot read a parameter that is not declared', () => {
    expect(errors[at('parameter.fixture.ts')]).toMatch(/'post_id' does not exist.*getPost/)
  })
  test('knows its caller by the credential that the contract asks for', () => {
    const said = errors[at('caller.fixture.ts')]
    expect(said).toBe("Property 'csrfToken' does not exist on type 'ApiKey'.")
  })
  test('is called by no credential that nothing reads', () => {
    const file = resolve('packages/server/src/credentials/scheme.fixture.ts')
    expect(errors[file]).toContain("Property 'unreadScheme' is missing")
  })
  test('cannot emit an event that is not declared', () => {
    expect(errors[at('event.fixture.ts')]).toContain(
      'getPost does not declare user.joined in x-emits: add it in openapi.yaml',
    )
  })
  test('shares what emits only where it declares the event', () => {
    const [undeclared, mayNot, nothing, ...more] = errorsIn('shared.fixture.ts')
    expect(undeclared).toContain('post.edited is not in the Emitting<…> of this function')
    expect(mayNot).toMatch(/'Context<"getPost">' is not assignable/)
    expect(nothing).toContain("Argument of type 'Writing' is not assignable")
    expect(more).toEqual([])
  })
  test('is told of an event that there is not', () => {
    const [incomplete, unknown, ...more] = errorsIn('no-event.fixture.ts')
    expect(incomplete).toMatch(/missing the following .*thread_id/)
    expect(unknown).toContain('there is no event post.delated: add it to webhooks in openapi.yaml')
    expect(more).toEqual([])
  })
  test('has no transaction where it calls the outside', () => {
    expect(errors[at('external.fixture.ts')]).toMatch(
      /'tx' does not exist on type 'ExternalContext<"createWebhook">'/,
    )
  })
})

describe('a handler of a service from its own contract', () => {
  let out: string
  let errors: Record<string, string>
  const at = (name: string) => join(out, 'src/handlers', name)

  beforeAll(async () => {
    await mkdir(resolve('build'), { recursive: true })
    out = await mkdtemp(resolve('build/service-'))
    const contract = fileURLToPath(new URL('fixtures/tidy.yaml', import.meta.url))
    const { model } = await generate({ contract, out, only: ['types', 'validators'] })
    await writeService(model, out)
    const handler = "import type { Handler, Handlers } from '../generated/handlers.ts'\n"
    errors = errorsOf({
      [at('correct.ts')]: `${handler}
        export const getBook: Handler<'getBook'> = async (_ctx, { path }) => ({
          data: { id: path.id, title: 'Emma', format: 'print' },
        })`,
      [at('missing.ts')]: `${handler}
        import { getBook } from './correct.ts'
        export const handlers = { getBook } satisfies Handlers`,
      [at('parameter.ts')]: `${handler}
        export const getBook: Handler<'getBook'> = async (_ctx, { path }) => {
          throw new Error(String(path.book))
        }`,
      [at('status.ts')]: `${handler}
        export const getBook: Handler<'getBook'> = async () => undefined`,
      [join(out, 'src/app.ts')]: await readFile(join(out, 'src/app.ts'), 'utf8'),
    })
  })

  afterAll(() => rm(out, { recursive: true }))

  test('compiles when it is right', () => {
    expect(errors[at('correct.ts')]).toBe('')
  })
  test('mounts in the app', () => {
    expect(errors[join(out, 'src/app.ts')]).toBe('')
  })
  test('is missed by its operationId', () => {
    expect(errors[at('missing.ts')]).toMatch(/missing the following .*listBooks.*createBook/)
  })
  test('cannot read a parameter that is not declared', () => {
    expect(errors[at('parameter.ts')]).toContain("'book' does not exist")
  })
  test('cannot answer what no declared status has', () => {
    expect(errors[at('status.ts')]).toContain("'undefined' is not assignable")
  })
})
