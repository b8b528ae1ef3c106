import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Values of a later server, each in place of one that this server says. */
const later: readonly (readonly [known: RegExp, unheard: string])[] = [
  [/"type":"post\.created"/g, '"type":"unheard.of"'],
  [/"status":"active"/g, '"status":"unheard_of"'],
  [/"role":2\b/g, '"role":99'],
  [/"code":"not_found"/g, '"code":"unheard_of"'],
]

/** A server that passes everything on to another and answers with values that are in no contract. */
export async function startFuture(baseUrl: string): Promise<{ url: string; stop(): void }> {
  const server = createServer(async (req, res) => {
    const headers = { authorization: req.headers.authorization ?? '' }
    const answer = await fetch(`${baseUrl}${req.url}`, { headers })
    const text = later.reduce(
      (body, [known, unheard]) => body.replaceAll(known, unheard),
      await answer.text(),
    )
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    res.end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}
