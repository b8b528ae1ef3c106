import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequestId } from './checks.ts'
import { createPool, listen } from './child.ts'
import { openTicket, searchTickets, type NewTicket } from './desk-store.ts'
import { setup } from './setup.ts'

/**
 * The floor of the help desk: node:http and pg, no check of anything. It searches by the same function. A ticket
 * leaves the same rows here: its number, its agent by turn, words, audit, events and counters.
 */

const { writes } = setup
const pool = createPool({ options: `-c app.tenant=${writes.id}` })

async function create(body: NewTicket): Promise<object> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const ticket = await openTicket(client, writes.id, writes.author.id, body)
    await client.query('COMMIT')
    return ticket
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function read(req: IncomingMessage): Promise<NewTicket> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as NewTicket
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url as string, 'http://localhost')
  const isPost = req.method === 'POST'
  const data = isPost
    ? await create(await read(req))
    : await searchTickets(pool, writes.id, url.searchParams.get('q') ?? '')
  const text = JSON.stringify({ data, request_id: createRequestId() })
  res.writeHead(isPost ? 201 : 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  })
  res.end(text)
}

const server = createServer((req, res) => {
  answer(req, res).catch((error: Error) => {
    console.error(error.message)
    res.writeHead(500).end()
  })
})
listen(server, pool)
