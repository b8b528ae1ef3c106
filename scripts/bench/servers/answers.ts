import type pg from 'pg'
import { Refusal, type Caller } from './checks.ts'
import { claim } from './idempotency.ts'
import { cursorsOf, presentPage, presentPost, type ListQuery, type PostRow } from './present.ts'
import { setup } from './setup.ts'
import { createReply, inTransaction, listPosts, type Listed, type ReplyBody } from './store.ts'

/** The two operations as both frameworks answer them, with the database or from memory. */
export interface Answers {
  list(caller: Caller, query: ListQuery, requestId: string): Promise<object>
  create(
    caller: Caller,
    body: ReplyBody,
    key: string | undefined,
    requestId: string,
  ): Promise<Created>
}

/** A replay is text already. */
export type Created =
  | { readonly id: number; readonly body: object }
  | { readonly id: number; readonly replayed: string }

const noSuch = (field: string) => new Refusal(422, 'validation_failed', `${field} does not exist`)

export async function createAnswers(pool: pg.Pool): Promise<Answers> {
  const store = setup.database ? throughPool(pool) : await fromMemory(pool)
  return {
    async list(caller, query, request_id) {
      const { tenantId } = caller
      const { cursor, limit = 50 } = query
      const { seal, unseal } = cursorsOf(tenantId, query)
      const after = cursor === undefined ? undefined : unseal(cursor)
      if (cursor !== undefined && after === undefined)
        throw new Refusal(400, 'invalid_request', 'cursor is not of this list')
      const { rows, total } = await store.list(tenantId, query, after, limit)
      return { ...presentPage(rows, total, limit, seal), request_id }
    },
    create: (caller, body, key, request_id) => store.create(caller, body, key, request_id),
  }
}

interface Store {
  list(
    tenantId: number,
    query: ListQuery,
    after: number | undefined,
    limit: number,
  ): Promise<Listed>
  create: Answers['create']
}

const created = (row: PostRow, request_id: string) => ({
  id: row.id,
  body: { data: presentPost(row), request_id },
})

const throughPool = (pool: pg.Pool): Store => ({
  list: (tenantId, query, after, limit) =>
    inTransaction(pool, tenantId, (client) => listPosts(client, tenantId, query, after, limit)),
  create: ({ tenantId, user }, body, key, requestId) =>
    inTransaction(pool, tenantId, async (client) => {
      const claimed =
        key === undefined
          ? undefined
          : await claim(client, tenantId, key, body, (code) => new Refusal(409, code, code))
      if (claimed?.stored) return { id: 0, replayed: claimed.stored.body }
      const row = await createReply(client, tenantId, body.author_id ?? user.id, body, noSuch)
      const answer = created(row, requestId)
      await claimed?.keep(JSON.stringify(answer.body))
      return answer
    }),
})

/** The first page of the reading tenant and its first post, read once. */
export async function fixedRows(pool: pg.Pool): Promise<Listed & { readonly first: PostRow }> {
  const listed = await inTransaction(pool, setup.reads.id, (client) =>
    listPosts(client, setup.reads.id, {}, undefined, 50),
  )
  return { ...listed, first: listed.rows[0] as PostRow }
}

async function fromMemory(pool: pg.Pool): Promise<Store> {
  const fixed = await fixedRows(pool)
  return {
    list: async () => fixed,
    create: async (_caller, _body, _key, requestId) => created(fixed.first, requestId),
  }
}
