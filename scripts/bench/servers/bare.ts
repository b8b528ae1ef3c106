import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequestId } from './checks.ts'
import { createPool, listen } from './child.ts'
import { fixedRows } from './answers.ts'
import { presentPage, presentPost, type PostRow } from './present.ts'
import { setup } from './setup.ts'
import { createReply, listPosts, type Listed, type ReplyBody } from './store.ts'

/**
 * The floor: node:http and pg, no check of anything. Row-level security holds, but the tenant is
 * fixed when a connection opens, so a list is a single query.
 */

const { reads, writes } = setup
const poolOf = (tenantId: number) => createPool({ options: `-c app.tenant=${tenantId}` })
const reading = poolOf(reads.id)
const writing = poolOf(writes.id)
const fixed = setup.database ? undefined : await fixedRows(reading)

const list = async (limit: number): Promise<Listed> =>
  fixed ?? listPosts(reading, reads.id, {}, undefined, limit)

async function create(body: ReplyBody): Promise<PostRow> {
  if (fixed) return fixed.first
  const client = await writing.connect()
  try {
    await client.query('BEGIN')
    const row = await createReply(client, writes.id, writes.author.id, body, () => new Error())
    await client.query('COMMIT')
    return row
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function read(req: IncomingMessage): Promise<ReplyBody> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as ReplyBody
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const request_id = createRequestId()
  const url = new URL(req.url as string, 'http://localhost')
  const limit = Number(url.searchParams.get('limit') ?? 50)
  let body: object
  if (req.method === 'POST') body = { data: presentPost(await create(await read(req))) }
  else {
    const { rows, total } = await list(limit)
    body = presentPage(rows, total, limit, (id) => `cur_${id}`)
  }
  const text = JSON.stringify({ ...body, request_id })
  res.writeHead(req.method === 'POST' ? 201 : 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  })
  res.end(text)
}

const server = createServer((req, res) => {
  answer(req, res).catch(() => res.writeHead(500).end())
})
listen(server, reading, writing)
