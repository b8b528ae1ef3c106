import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends this, closes its half if asked to, and answers all that comes back. */
export async function talk(port: number, text: string, { end = false } = {}) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  if (end) socket.end(text)
  else socket.write(text)
  socket.on('error', () => undefined)
  await once(socket, 'close')
  const bytes = Buffer.concat(chunks).toString()
  const [head = '', body = ''] = bytes.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head, body, bytes }
}

/** The answers that come back on one connection, each with its head and body. */
export function answersIn(bytes: string) {
  const found: { status: number; head: string; body: string }[] = []
  let rest = bytes
  while (rest !== '') {
    const cut = rest.indexOf('\r\n\r\n')
    const head = rest.slice(0, cut)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    found.push({
      status: Number(head.split(' ')[1]),
      head,
      body: rest.slice(cut + 4, cut + 4 + length),
    })
    rest = rest.slice(cut + 4 + length)
  }
  return found
}

/** A head of a request, or of anything like it. */
export const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
