import {
  constructEvent,
  follow,
  paginate,
  type Client,
  type Row,
  type WebhookEvent,
} from '../../packages/client/src/index.ts'
import type { components, OpenComponents, Produced } from '../../packages/contract/src/index.ts'

type Schemas = OpenComponents['schemas']

/** Checked by `npm run typecheck`: each expected error that is none is an error. Never called. */
export async function compiles(client: Client): Promise<void> {
  const { data } = await client.call('getPost', { path: { id: 1 } })
  same<Schemas['Post']>()(data)
  const title: string | null = data.title
  // @ts-expect-error title may be null
  const sure: string = data.title

  await client.call('getMe')
  await client.call('listPosts')
  await client.call('deletePost', { path: { id: 1 } })
  await client.call('createPost', { body: { body: 'x' } }, { idempotencyKey: 'k' })

  // @ts-expect-error no such operation
  await client.call('getPosts')
  // @ts-expect-error the path is required
  await client.call('getPost')
  // @ts-expect-error id is an integer
  await client.call('getPost', { path: { id: 'one' } })
  // @ts-expect-error no such parameter
  await client.call('listPosts', { query: { autor_id: 1 } })
  // @ts-expect-error the body is required
  await client.call('createPost', {})
  // @ts-expect-error no such field
  await client.call('createPost', { body: { body: 'x', titel: 'y' } })
  // @ts-expect-error it takes no body
  await client.call('deleteUser', { path: { id: 1 }, body: {} })
  // @ts-expect-error it takes no query
  await client.call('getPost', { path: { id: 1 }, query: { limit: 1 } })

  for await (const user of paginate(client, 'listUsers')) same<Schemas['User']>()(user)
  for await (const page of paginate(client, 'listUsers', { query: { limit: 5 } }).pages())
    same<number>()(page.total_count)
  // @ts-expect-error not a list
  paginate(client, 'getPost')
  // @ts-expect-error no such parameter of this list
  paginate(client, 'listUsers', { query: { thread_id: 1 } })
  same<Row<'listPosts'>>()({} as Schemas['Post'])

  for await (const page of follow(client, { type: ['post.created', 'user.left'] }))
    same<Schemas['EventType'] | undefined>()(page.data[0]?.type)
  // @ts-expect-error whoever follows reads oldest first
  follow(client, { order: 'desc' })

  const event: WebhookEvent = await constructEvent('', '', 'secret')
  if (event.type === 'post.created') same<string>()(event.data.author.username)
  // @ts-expect-error only post.created has an author
  if (event.type === 'user.left') console.log(event.data.author)
  // @ts-expect-error no such type
  if (event.type === 'post.createt') console.log(event)
  // @ts-expect-error a parsed body cannot be verified
  await constructEvent({ id: 'evt_1' }, '', 'secret')

  // a caller reads values that come later, and is told of those there are
  const { data: listing } = await client.call('getListing', { path: { id: 1 } })
  same<'active' | 'pending' | 'sold' | 'withdrawn' | 'expired' | (string & {})>()(listing.status)
  if (listing.status === 'auctioned') console.log(listing)
  // the server makes those it knows, and a request takes no other
  type Made = Produced<'getListing'>['data']
  same<'active' | 'pending' | 'sold' | 'withdrawn' | 'expired'>()({} as Made['status'])
  same<Made>()({} as components['schemas']['Listing'])
  same<string | null>()({} as Made['location']['region'])
  // @ts-expect-error no such status
  await client.call('listListings', { query: { status: 'auctioned' } })

  const raw = await client.callRaw('createUser', { body: { username: 'jo', email: 'j@e.org' } })
  same<Schemas['User']>()(raw.data.data)
  console.log(title, sure, raw.response.headers.get('x-request-id'))
}

type Same<A, B> = [A, B] extends [B, A] ? unknown : never

/** Compiles when the value's type is T, neither narrower nor wider. */
function same<T>(): <U>(value: U & Same<T, U>) => void {
  return () => {}
}

test('the types of the client are checked by the compiler', () => {
  expect(compiles).toBeInstanceOf(Function)
})
