/** A caller's program, on the client that openapi-generator makes of openapi.yaml. */
import assert from 'node:assert/strict'
import {
  Configuration,
  CoreEventsApi,
  CoreListingsApi,
  CorePostsApi,
  CoreUsersApi,
  ErrorReplyFromJSON,
  ResponseError,
} from './client/index'

const to = (url: string): Configuration =>
  new Configuration({ basePath: process.env[url]!, accessToken: process.env.API_KEY! })

/** The refusal of a call, as the contract types it. */
async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => assert.fail('it was accepted'),
    (error: unknown) => error,
  )
  assert(error instanceof ResponseError)
  return { status: error.response.status, ...ErrorReplyFromJSON(await error.response.json()) }
}

const posts = new CorePostsApi(to('BASE_URL'))

const first = await posts.listPosts({ limit: 3 })
assert(first.data.length === 3 && first.hasMore && first.nextCursor !== null)
console.log('✓ list')

const second = await posts.listPosts({ limit: 3, cursor: first.nextCursor })
assert(second.data[0]!.id < first.data[2]!.id && second.totalCount === first.totalCount)
console.log('✓ page')

const forumSlug = first.data[0]!.forumSlug
const postCreate = { forumSlug, title: 'Hello from TypeScript', body: 'Generated.' }
const request = { postCreate, idempotencyKey: 'hello-from-typescript' }
const { data: created } = await posts.createPost(request)
console.log('✓ create')
const again = await posts.createPostRaw(request)
assert.deepEqual((await again.value()).data, created)
assert.equal(again.raw.headers.get('idempotency-replayed'), 'true')
console.log('✓ replay')

const refusal = await refusalOf(posts.createPost({ postCreate: { body: 'Refused.' } }))
assert.equal(refusal.status, 422)
assert.equal(refusal.error.details?.[0]?.field, 'forum_slug')
console.log('✓ error')

const { data: post } = await posts.getPost({ id: created.id })
assert(post.title === postCreate.title && post.parentPostId === null && post.editedAt === null)
console.log('✓ null')

const future = to('FUTURE_URL')
const events = await new CoreEventsApi(future).listEvents({ limit: 100 })
assert(events.data.some(({ type }) => type === 'unheard.of'))
const listings = await new CoreListingsApi(future).listListings()
assert(listings.data.some(({ status }) => status === 'unheard_of'))
const users = await new CoreUsersApi(future).listUsers()
assert(users.data.some(({ role }) => role === 99))
const missing = await refusalOf(new CorePostsApi(future).getPost({ id: 999_999_999 }))
assert.equal(missing.error.code, 'unheard_of')
console.log('✓ unheard')
